"""What people type, as they type it, and the pages of which any serves them. Nobody in it is real.

A line is a sentence, a bar, and addresses; ``*`` stands for each platform. Whoever adds a sentence asks which page
would truly serve its writer, and never puts the sentence itself into the words of a page.
"""

from __future__ import annotations

from dataclasses import dataclass

PLATFORMS = ("facebook", "instagram", "threads")

#: Thirty that were given before there was a search.
GIVEN_ES = """
me robaron el facebook | facebook/hacked-account/
no me deja entrar al instagram | instagram/hacked-account/ instagram/wrongful-removal/
me llegan amenasas por mensaje | */direct-threat/ */coded-threat/
dicen que me van a matar | */direct-threat/ urgent/
pusieron mi direccion en un comentario | */doxxing/
publicaron la foto de mis hijos | */doxxing/
hay un grupo que habla mal de la organizacion | */brigading/ */smear/
un congresista me dijo terrorista en vivo | */terruqueo/
hicieron un audio falso con mi voz | */manipulated-media/
quieren plata para no publicar fotos | */intimate-images/
mi foto en una pagina de burlas | */brigading/ */smear/
se hacen pasar por la asociacion | */impersonation/
reporte y no hacen nada | appeal/
cerraron mi apelacion | appeal/
numero de referencia FB | appeal/ routes/oversight-board/
consejo de supervision meta | routes/oversight-board/ appeal/
cuantos dias tengo | appeal/ routes/oversight-board/
me siguen en una moto | urgent/
militares | urgent/
ayuda psicologica gratis | care/ routes/vita-activa/
me quiero morir | care/
soy abogada y me amenazan | */direct-threat/ */coded-threat/ routes/un-sr-judges-lawyers/
vivo en españa mi familia en cuba | countries/eu/ helping/
defensoria del pueblo | routes/pe-defensoria/ routes/ec-defensoria/ routes/co-sat/
imprimir | print/
borrar historial | privacy/
"""

GIVEN_EN = """
my page was taken over | */hacked-account/
someone is pretending to be me | */impersonation/
they published where my kids go to school | */doxxing/
appeal rejected | appeal/ routes/oversight-board/
"""

#: Ours: written first, then searched.
OURS_ES = """
me llego una foto de un ataud | */coded-threat/
pasan patrullas por mi casa a cada rato | urgent/
mi hija recibe mensajes de un desconocido | urgent/
el ejercito vino a la comunidad | urgent/
tengo 16 años y subieron un video mio desnuda | */intimate-images/ routes/takeitdown/
me chantajean con un pack | */intimate-images/
me sacaron de administradora de la pagina | */hacked-account/
me suspendieron la cuenta por reportes falsos | */wrongful-removal/
me estan funando | */smear/ */brigading/
filtraron mi cedula y mi telefono | */doxxing/
dijeron que soy trans sin mi permiso | */outing/
me insultan por ser indigena | */hate-speech/
me acusan de guerrillera | */terruqueo/
se llevaron a mi compañero y no sabemos donde esta | urgent/
como guardo capturas de pantalla | evidence/
mi celular esta intervenido | */stalking/ routes/amnesty-security-lab/
clonaron mi whatsapp y piden dinero | elsewhere/ money/
mi mama deposito plata a la cuenta falsa | money/
quien paga un pasaje para salir del pais | routes/protectdefenders-eu/ routes/fld-grants/ routes/observatory-fidh-omct/
soy periodista de una radio y me amenazan | */direct-threat/ */coded-threat/ routes/cpj/ routes/rsf/ routes/fpu/
no duermo del miedo | care/ routes/vita-activa/
quiero ayudar a una amiga | helping/
no se que hacer | */general/
teléfono prestado en el cyber | privacy/
me jaquiaron el insta | */hacked-account/
me cambiaron la clave y ya no entro | */hacked-account/
facebook me elimino la pagina de la radio | */wrongful-removal/
un tipo me escribe que me va a violar | */gendered-attack/
mi ex subio fotos mias | */intimate-images/
publicaron la placa de mi carro | */doxxing/
pusieron mi nombre en una lista de objetivos | */direct-threat/
un meme con mi cara y una bala | */coded-threat/
me dicen que me cuide mucho | */coded-threat/
me mandan puros emojis de calavera | */coded-threat/
hay una camioneta parada afuera | urgent/
me quieren desaparecer | urgent/
detubieron a mi esposo | urgent/
me allanaron la oficina | urgent/
la policia me pide la contraseña | urgent/
vinieron los soldados | urgent/
ya no aguanto mas | care/
tengo ataques de panico | care/
quiero hablar con una psicologa | care/
me rechazaron el reporte | appeal/
facebook dice que no infringe las normas | appeal/
no encuentro donde reportar un comentario | */general/ facebook/ instagram/ threads/
como reporto un live | facebook/ instagram/ threads/
me tienen en un grupo de whatsapp insultandome | elsewhere/
telegram | elsewhere/
quien me da un abogado gratis | escalate/ routes/fld-grants/ routes/ddp/ routes/fpu/
tengo que salir del pais | routes/protectdefenders-eu/ escalate/
soy de nicaragua y vivo en costa rica | countries/ni/ countries/cr/ routes/nicaragua-nunca-mas/
a quien acudo en guatemala | countries/gt/
unp | routes/co-unp/ countries/co/
comision interamericana | routes/iachr-pm/ routes/iachr-hrd/ routes/iachr-rele/ routes/iachr-sacroi/
relatora de la onu | routes/un-sr-hrd/ routes/un-sr-foe/ routes/un-sr-vaw/
quiero denunciar en la fiscalia | protocol/
carta para la fiscalia | protocol/
que captura sirve como prueba | evidence/
me revisan el celular en la casa | privacy/
quiero bajar la guia para usar sin internet | print/
caso peru consejo asesor | case/
le pidieron plata a mis contactos con mi foto | */impersonation/ money/
crearon una pagina con mi nombre | */impersonation/
me hicieron un video con inteligencia artifisial | */manipulated-media/
sacaron que soy lesbiana | */outing/
publicaron donde queda la casa refugio | */outing/
insultos racistas | */hate-speech/
dicen que robe plata de la comunidad | */smear/
el alcalde hablo mal de mi en su pagina | */smear/ */terruqueo/
miles de cuentas comentando lo mismo | */brigading/
una cuenta nueva me pregunta donde vivo | */stalking/ */doxxing/
me llega un link raro | */stalking/ */hacked-account/
pegasus | */stalking/ routes/amnesty-security-lab/
perdi el acceso a la pagina de mi colectivo | */hacked-account/
no recuerdo mi contraseña | */hacked-account/
entraron a mi messenger y leyeron mis chats | */hacked-account/
mi cuenta fue inhabilitada | */wrongful-removal/
me restringieron por publicar una denuncia | */wrongful-removal/
subieron mi dni | */doxxing/
saben donde estudian mis niños | */doxxing/ urgent/
andan preguntando donde vivo | */stalking/ */doxxing/ urgent/
me mandaron un audio diciendo que me van a quebrar | */direct-threat/
me mandaron una corona de flores | */coded-threat/
alguien comento ya sabemos donde vives | */coded-threat/ */doxxing/
pusieron precio a mi cabeza | */direct-threat/
llaman a ir a mi casa | */brigading/ */doxxing/ urgent/
estan afuera | urgent/
me agarraron en un reten | urgent/
mataron a mi compañera | urgent/ helping/
no aparese mi hermano | urgent/
me golpearon ayer | */direct-threat/ urgent/
me siento muy mal | care/ routes/vita-activa/
no quiero seguir con esto | care/
necesito hablar con alguien | care/ routes/vita-activa/
linea de la vida mexico | care/
meta no me contesta | appeal/ routes/dsa-dsc/
donde encuentro el numero que empieza con fb | appeal/ routes/oversight-board/
quiero apelar al consejo | appeal/ routes/oversight-board/
hicieron stickers con mi cara | */manipulated-media/ */brigading/
pusieron mi cara en un video porno | */intimate-images/ */manipulated-media/
me quieren extorsionar | */intimate-images/
crearon un evento para ir contra nosotros | */brigading/
bots atacando nuestra pagina | */brigading/
en el noticiero dijeron que somos terroristas | */terruqueo/
me dicen vendepatria | */smear/ */terruqueo/
por ser haitiana | */hate-speech/
contaron que fui testigo | */outing/
alguien usa mi foto en otro perfil | */impersonation/
pidieron prestamo con mi nombre | */impersonation/ money/
es por telegram | elsewhere/
me amenazan por tiktok | elsewhere/
red nacional de defensoras | countries/hn/
pbi | countries/gt/ countries/hn/
ayuda en ecuador | countries/ec/
que es la unp | routes/co-unp/ countries/co/
ayuda economica de emergencia | routes/fld-grants/ routes/protectdefenders-eu/ routes/ddp/ escalate/
soy mama de una chica a la que amenazan | helping/ urgent/
mi hermano esta en cuba y yo en madrid | helping/ countries/eu/
socio de confianza | routes/meta-trusted-partner/
hoja para anotar | evidence/sheet/
como se que es una amenaza | */direct-threat/ */coded-threat/ threats/
palabras que no entiendo | glossary/
quien hizo esta guia | about/
numero equivocado | contribute/
fotos intimas | */intimate-images/
me dicen terruca | */terruqueo/
SPYWARE | */stalking/ routes/amnesty-security-lab/
sacaron del closet | */outing/
pagina en mi contra | */brigading/
ayer entraron tres hombres a la oficina y se llevaron las computadoras | urgent/ helping/
mi cuenta de instagram publica cosas que yo no escribi | */hacked-account/
me llego un mensaje de un numero que no conozco con fotos de mi casa | */direct-threat/ */doxxing/ urgent/
no quiero que mi papa vea lo que busco | privacy/
la abogada de la organizacion recibe insultos por ser mujer | */gendered-attack/ */hate-speech/
nos quieren cerrar la pagina de la comunidad con reportes | */wrongful-removal/ */brigading/
hicieron un perfil con mi foto y el nombre de la cooperativa | */impersonation/
se burlan de mi discapacidad | */hate-speech/ */brigading/
mi vecino me amenaza por messenger | */direct-threat/ */coded-threat/
estoy embarazada y me escriben que voy a perder al bebe | */direct-threat/ */coded-threat/ */gendered-attack/
como pongo verificacion en dos pasos | */hacked-account/ evidence/
que hago si me detienen | urgent/
donde denuncio a un policia | urgent/ escalate/
quien protege a periodistas en honduras | countries/hn/ routes/hn-snp/ routes/cpj/ routes/rsf/
colectivo lgbt colombia ayuda | */hate-speech/ countries/co/
me hackearon el correo | */hacked-account/
subieron un video mio llorando para burlarse | */brigading/ */smear/ */manipulated-media/
dicen que soy vendida a las ong | */smear/ */terruqueo/
compartieron un audio donde parece que hablo yo | */manipulated-media/
rechazaron por segunda vez | appeal/
cuanto demora facebook | appeal/ facebook/
no tengo facebook pero hablan de mi | */general/ */smear/ */brigading/ */impersonation/ facebook/ helping/
me estan grabando afuera | urgent/
vi un dron encima de la casa | */stalking/ urgent/
mi hijo de 12 recibe fotos de un adulto | */intimate-images/ urgent/ routes/takeitdown/
quiero dinero para mudarme | routes/protectdefenders-eu/ routes/fld-grants/ escalate/
"""

OURS_EN = """
they hacked my page | */hacked-account/
death threats in my inbox | */direct-threat/
police at my door | urgent/
i cant take it anymore | care/
fake nudes of me made with ai | */intimate-images/
they called me a terrorist on tv | */terruqueo/
who can help me in mexico | countries/mx/ escalate/
facebook says it does not go against community standards | appeal/
my brother was arrested for a post | urgent/
they banned our account | */wrongful-removal/
i got locked out of instagram | */hacked-account/
they want to kill me | urgent/
someone leaked my phone number | */doxxing/
soldiers came to our village | urgent/
my colleague disappeared yesterday | urgent/
i want to die | care/
need a lawyer | escalate/ routes/fld-grants/ routes/ddp/ routes/fpu/
how do i save evidence | evidence/
they say i am a communist | */terruqueo/
hate comments because i am gay | */hate-speech/
fake account asking my friends for money | */impersonation/ money/
report was rejected by meta | appeal/
they deleted our video | */wrongful-removal/
how to help a friend | helping/
he keeps messaging me from new accounts | */stalking/
delete browsing history | privacy/
my instagram was hacked | */hacked-account/
they made a page to mock me | */brigading/
someone posted my home address | */doxxing/
men in a truck are following us | urgent/
they raided our office | urgent/
panic attacks | care/
the report was closed | appeal/
blackmailed with nude photos | */intimate-images/
voice clone scam | */manipulated-media/ */impersonation/ money/
they are lying about our organisation | */smear/
trolls | */brigading/
i am a journalist and i get threats | */direct-threat/ */coded-threat/ routes/cpj/ routes/rsf/ routes/fpu/
get out of the country | routes/protectdefenders-eu/ escalate/
guatemala | countries/gt/
someone is outside my house right now | urgent/
my ex is sharing my photos | */intimate-images/
facebook removed our post about a protest | */wrongful-removal/
they call us terrorists | */terruqueo/
i feel hopeless | care/ routes/vita-activa/
army came to my mothers house | urgent/
fake profile of our director | */impersonation/
how long do i have to appeal | appeal/ routes/oversight-board/
racist comments | */hate-speech/
they found out where we hide | */outing/ */doxxing/ urgent/
can meta tell the police | urgent/ privacy/
print the guide | print/
safe house address published | */outing/ */doxxing/
grants for defenders | routes/fld-grants/ routes/ddp/ routes/protectdefenders-eu/
"""


@dataclass(frozen=True)
class Sentence:
    """What somebody types, and the pages of which any serves."""

    typed: str
    right: frozenset[str]


def sentences(*tables: str) -> list[Sentence]:
    """Return the sentences of ``tables``."""
    out = []
    for line in "".join(tables).split("\n"):
        typed, _, right = line.partition(" | ")
        if right:
            pages = [page.replace("*", platform) for page in right.split() for platform in PLATFORMS]
            out.append(Sentence(typed, frozenset(pages)))
    return out


SPANISH, ENGLISH = sentences(GIVEN_ES, OURS_ES), sentences(GIVEN_EN, OURS_EN)
