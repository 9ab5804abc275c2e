/**
 * How the three languages of BiH say the same: `bosnian | croatian | serbian`, ijekavian throughout. A side left empty
 * is said as in Bosnian. `općin*` is a stem whose endings carry over; `tjedn~m:tjedan` is a noun that is declined (see
 * declensions.ts; after the colon its first form, where that is another); anything else is said as it stands. After a
 * first word more may follow. Only words in which the standards of official texts differ: what two of them share as a
 * doublet is not in here.
 */
const MONTHS = `
januar~m | siječnj~mj:siječanj | ; februar~m | veljač~f | ; mart~m | ožujk~m:ožujak |
april~m | travnj~mj:travanj | ; maj~mj | svibnj~mj:svibanj | ; juni~mi | lipnj~mj:lipanj | jun~m
juli~mi | srpnj~mj:srpanj | jul~m ; august~m | kolovoz~m | avgust~m ; septembar~mr | rujn~m:rujan |
oktobar~mr | listopad~m | ; novembar~mr | studen~adj | ; decembar~mr | prosinc~m:prosinac |
januarsk* | siječanjsk* | ; februarsk* | veljačk* | ; martovsk* | ožujsk* | ; aprilsk* | travanjsk* |
majsk* | svibanjsk* | ; junsk* | lipanjsk* | ; julsk* | srpanjsk* | ; augustovsk* | kolovošk* | avgustovsk*
septembarsk* | rujansk* | ; oktobarsk* | listopadsk* | ; novembarsk* | studenačk* | ; decembarsk* | prosinačk* |
`;

const ADMINISTRATION = `
općin* | | opštin* ; općinsk* | | opštinsk* ; opći | | opšti ; općeg* | | opšteg* ; općem* | | opštem*
opća | | opšta ; opće | | opšte ; opću | | opštu ; općih | | opštih ; općim* | | opštim* ; općenit* | | opštevažeć*
uopće | | uopšte ; saopćenj* | priopćenj* | saopštenj* ; saopćava* | priopćava* | saopštava*
saopći* | priopći* | saopšti* ; saopćil* | priopćil* | saopštil* ; vijeć~n ministara | | savjet~m ministara
vijeće ministara | | savjet ministara ; vijeće sigurnosti | | savjet bezbjednosti
vijeć~n europe | | savjet~m evrope ; vijeć~n evrope | vijeć~n europe | savjet~m evrope
sigurnost~i | | bezbjednost~i ; sigurnosn* | | bezbjednosn* ; sigurn* | | bezbjedn* ; nesiguran | | nebezbjedan
osigura* | | obezbijedi* ; osiguranj~n kvaliteta | osiguranj~n kvalitete | obezbjeđenj~n kvaliteta
tijel~n | | organ~m ; tijela uprave | | organi uprave ; temeljem | | na osnovu ; na osnovu | temeljem |
na temelju | | na osnovu ; sukladno | | u skladu sa ; sukladn* | | usklađen* ; ured~m | | kancelarij~f
uredsk* | | kancelarijsk* ; kancelarij~f | ured~m | ; sekretarijat~m | tajništv~n |
generaln~adj sekretar~m | glavn~adj tajnik~k | ; informisa* | informira* | ; informiš* | informir* |
organizova* | organizira* | ; organizira* | | organizuj* ; organizuj* | organizira* | ; finansir* | financir* |
finansij* | financij* | ; finans* | financ* | ; definisa* | definira* | ; definiš* | definira* |
realizova* | realizira* | ; realizuj* | realizira* | ; regulisa* | regulira* | ; reguliš* | regulira* |
kontrolisa* | kontrolira* | ; kontroliš* | kontrolira* | ; registrova* | registrira* | ; registruj* | registrira* |
prezentova* | prezentira* | ; prezentuj* | prezentira* | ; komentarisa* | komentira* | ; komentariš* | komentira* |
verificira* | | verifikova* ; ratificira* | | ratifikova* ; identificira* | | identifikova*
kvalificira* | | kvalifikova* ; certifikat~m | | sertifikat~m ; certificira* | | sertifikova*
certifikacij* | | sertifikacij* ; eurointegracij* | | evrointegracij* ; zvanič* | služben* |
zvaničnik~k | dužnosnik~k | ; funkcioner~m | dužnosnik~k | ; zastupnik~k | | poslanik~k ; zastupničk* | | poslaničk*
zastupnic* | | poslanic* ; predstavničk~adj dom~m | zastupničk~adj dom~m | ; uputstv~n | naputk~m:naputak |
uput~f | naputk~m:naputak | uputstv~n ; izvještaj~mj | izvješć~n | ; izvještav* | izvješćiv* |
obavještenj~n | obavijest~i | ; obavijest~i | | obavještenj~n ; obavještava* | obavješćuj* | ; molb~f | zamolb~f |
saglasnost~i | suglasnost~i | ; saglas* | suglas* | ; saradnj~f | suradnj~f | ; sarađuj* | surađuj* |
sarađiva* | surađiva* | ; saradnik~k | suradnik~k | ; saradničk* | suradničk* | ; saradnic* | suradnic* |
učestvova* | sudjelova* | ; učestvuj* | sudjeluj* | ; učešć~n | sudjelovanj~n | ; učesnik~k | sudionik~k |
učesnic* | sudionic* | ; učesničk* | sudioničk* | ; prisustvova* | nazoči* | ; prisustvuj* | nazoči* |
prisustv~n | nazočnost~i | ; prisutn* | nazočn* | ; odsustv~n | odsutnost~i | ; uslov~m | uvjet~m |
uslovljen* | uvjetovan* | ; uslovn* | uvjetn* | ; uvjet~m | | uslov~m ; svjedodžb~f | | svjedočanstv~n
preduzeć~n | poduzeć~n | ; preduze* | poduze* | ; preduzetnik~k | poduzetnik~k |
preduzetništv~n | poduzetništv~n | ; preduzetničk* | poduzetničk* | ; preduzima* | poduzima* |
poduzeć~n | | preduzeć~n ; poduzetnik~k | | preduzetnik~k ; poduzetništv~n | | preduzetništv~n
poduzima* | | preduzima* ; dioničk* | | akcionarsk* ; dionic~f | | akcij~f ; dioničar~m | | akcionar~m
privred~f | gospodarstv~n | ; privredn* | gospodarsk* | ; privrednik~k | gospodarstvenik~k | ; poresk* | porezn* |
porezn* | | poresk* ; budžet~m | proračun~m | ; budžetsk* | proračunsk* | ; javn~adj nabavk~f | javn~adj nabav~f |
nabavk~f | nabav~f | ; ugovorn~adj organ~m | ugovorno tijelo | ; konkurs~m | natječaj~mj |
konkursn* | natječajn* | ; takmičenj~n | natjecanj~n | ; takmiči* | natječ* | ; takmičar~m | natjecatelj~mj |
ovlasti | | ovlašćenja ; ovlaštenj~n | | ovlašćenj~n ; ovlašten* | | ovlašćen* ; ovlast~i | | ovlašćenj~n
povjerenstv~n | | komisij~f ; komisij~f | povjerenstv~n | ; člana | članka | ; članu | članku | ; tačk~f | točk~f |
tačn* | točn* | ; tačan | točan | ; tačka* | točka* | ; netačn* | netočn* | ; pripravnik~k | vježbenik~k |
spisak~mk | popis~m | ; sudij~f | suc~m:sudac | ; sudijsk* | sudačk* | ; tužilac~lc | tužitelj~mj |
tužilaštv~n | tužiteljstv~n | ; tužilačk* | tužiteljsk* | ; tužitelj~mj | | tužilac~lc
branilac~lc | branitelj~mj | ; advokat~m | odvjetnik~k | ; advokatsk* | odvjetničk* | ; odvjetnik~k | | advokat~m
pravobranilac~lc | pravobranitelj~mj | ; pravobranilaštv~n | pravobraniteljstv~n | ; davalac~lc | davatelj~mj |
rukovodilac~lc | rukovoditelj~mj | ; nosilac~lc | nositelj~mj | ; podnosilac~lc | podnositelj~mj |
prevodilac~lc | prevoditelj~mj | ; gledalac~lc | gledatelj~mj | ; slušalac~lc | slušatelj~mj |
čitalac~lc | čitatelj~mj | ; staralac~lc | skrbnik~k | ; starateljstv~n | skrbništv~n |
direktor~m | ravnatelj~mj | ; direktoric* | ravnateljic* | direktork* ; predsjedavajuć* | predsjedatelj* |
stanovništv~n | pučanstv~n | ; lična karta | osobna iskaznica | ; ličn~adj kart~f | osobn~adj iskaznic~f |
ličn* | osobn* | ; pasoš~mj | putovnic~f | ; opunomoćenik~k | | punomoćnik~k ; punomoć~i | | punomoćj~n
evropsk* | europsk* | ; evropa | europa | ; evrope | europe | ; evropi | europi | ; evropu | europu |
evropom | europom | ; evropljan* | europljan* | ; sekretar~m | tajnik~k | ; kafa | kava | ; kahva | kava | kafa
lice | osoba | ; lica | osobe | ; licima | osobama | ; licem | osobom | ; sajt~m | mrežn~adj stranic~f |
e-mail~m | e-pošt~f | imejl~m ; kompjuter~m | računal~n | računar~m ; sportsk* | športsk* | ; prijem~m | prijam~m |
plat~f | plać~f |
`;

const EVERYDAY = `
sedmic~f | tjedn~m:tjedan | ; sedmičn* | tjedn* | ; sedmično | tjedno | ; dvosedmičn* | dvotjedn* |
hiljad~f | tisuć~f | ; hiljadu | tisuću | ; milion~m | milijun~m | ; milionit* | milijunt* |
historij~f | povijest~i | istorij~f ; historijsk* | povijesn* | istorijsk*
historičar~m | povjesničar~m | istoričar~m ; hljeb~m | kruh~m | ; lahko | lako | lako ; polahko | polako | polako
sahran* | pokop* | ; duhan~m | | duvan~m ; duhansk* | | duvansk* ; gluh* | | gluv* ; uho | | uvo ; voz~m | vlak~m |
vozovi | vlakovi | ; vozov* | vlakov* | ; autobusk~adj stanic~f | autobusni kolodvor |
željezničk~adj stanic~f | željeznički kolodvor | ; aerodrom~m | zračn~adj luk~f | ; avion~m | zrakoplov~m |
avionsk* | zrakoplovn* | ; vazduh~m | zrak~m | ; zrak~m | | vazduh~m ; vazdušn* | zračn* |
zagađenj~n zraka | onečišćenj~n zraka | zagađenj~n vazduha ; saobraćaj~mj | promet~m | ; saobraćajn* | prometn* |
saobraćajnic~f | prometnic~f | ; pijac~f | tržnic~f | ; pijačn* | tržničn* | ; fabrik~k2 | tvornic~f |
fabričk* | tvorničk* | ; prodavnic~f | prodavaonic~f | ; apotek~k2 | ljekarn~f | ; apotekarsk* | ljekarničk* |
ljekar~m | liječnik~k | ; ljekarsk* | liječničk* | ; ljekarsk~adj uvjerenj~n | liječničk~adj svjedodžb~f |
hirurg~m | kirurg~m | ; hirurgij~f | kirurgij~f | ; hirurš* | kirurš* | ; hemij~f | kemij~f |
hemijsk* | kemijsk* | ; hemičar~m | kemičar~m | ; haos~m | kaos~m | ; haotič* | kaotič* | ; hronič* | kronič* |
hronik~k2 | kronik~k2 | ; hronolo* | kronolo* | ; hor~m | zbor~m | ; hrišćan* | kršćan* | ; hlor~m | klor~m |
demokratij~f | demokracij~f | ; demokratij* | demokracij* | ; birokratij* | birokracij* | ; penzij~f | mirovin~f |
penzijsk* | mirovinsk* | ; penzioner~m | umirovljenik~k | ; penzionersk* | umirovljeničk* |
penzionisan* | umirovljen* | ; penzionisa* | umirovi* | ; dječij* | dječj* | ; dječja | | dječija
porodic~f | obitelj~i | ; porodičn* | obiteljsk* | ; porodilj* | rodilj* | ; porodiljsk* | rodiljn* |
vaspit* | odgoj* | ; odgoj~mj | | vaspitanj~n ; odgojn* | | vaspitn* ; odgajatelj~mj | odgojitelj~mj | vaspitač~mj
obdaništ~n | vrtić~mj | ; fudbal~m | nogomet~m | ; fudbalsk* | nogometn* | ; fudbaler~m | nogometaš~mj |
univerzitet~m | sveučilišt~n | ; univerzitetsk* | sveučilišn* | ; naučn* | znanstven* |
naučnik~k | znanstvenik~k | ; nauk~k2 | znanost~i | ; časov~m | sati | časova ; časova | sati | ; sati | | časova
svesk~k2 | bilježnic~f | ; hemijsk~adj olovk~k2 | kemijsk~adj olovk~k2 | ; štampa* | tiska* | ; štampan* | tiskan* |
štamp~f | tisk~m:tisak | ; štamparij~f | tiskar~f |
pres konferencij~f | konferencij~f za medije | konferencij~f za medije
pres-konferencij* | konferencij* za medije | konferencij* za medije ; štampač~mj | pisač~mj |
tastatur~f | tipkovnic~f | ; ekran~m | zaslon~m | ; web-stranic~f | mrežn~adj stranic~f | veb-stranic~f
web stranic~f | mrežn~adj stranic~f | veb-stranic~f ; internet stranic~f | mrežn~adj stranic~f |
elektronsk~adj pošt~f | elektroničk~adj pošt~f | ; elektronsk* | elektroničk* | ; šifr~f | zapork~k2 |
lozink~k2 | zapork~k2 | ; muzik~k2 | glazb~f | ; muzičk* | glazben* | ; muzičar~m | glazbenik~k |
pozorišt~n | kazališt~n | ; pozorišn* | kazališn* | ; teatar~mr | kazališt~n | ; scenarij~mj | | scenario
bibliotek~k2 | knjižnic~f | ; bibliotečk* | knjižničn* | ; bibliotekar~m | knjižničar~m |
takmičarsk* | natjecateljsk* | ; jezičk* | jezičn* | ; jezičn* | | jezičk* ; uticaj~mj | utjecaj~mj |
utiče* | utječe* | ; utica* | utjeca* | ; utjecaj~mj | | uticaj~mj ; utječe* | | utiče* ; takođe | također |
također | | takođe ; ko | tko | ; neko | netko | ; svako | svatko | ; niko | nitko | ; iko | itko | ; šta | što |
kome | komu | ; so | sol | ; orijentacion* | orijentacijsk* | ; informacion* | informacijsk* |
komunikacion* | komunikacijsk* | ; organizacion* | organizacijsk* | ; operacion* | operacijsk* |
evaluacion* | evaluacijsk* | ; promocion* | promocijsk* | ; situacion* | situacijsk* |
investicion* | investicijsk* | ; integracion* | integracijsk* | ; koordinacion* | koordinacijsk* |
telekomunikacion* | telekomunikacijsk* | ; izvin* | ispri* | ; izvinjenj~n | isprik~k2 | ; pažnj~f | pozornost~i |
nivo | razina | ; nivoa | razine | ; nivou | razini | ; nivoi | razine | ; nivoima | razinama | ; razin~f | | nivo
procent~m:procenat | postotk~m:postotak | ; procentualn* | postotn* | ; procenata | posto | odsto ; posto | | odsto
stepen~m | stupanj~mja | ; prvostepen* | prvostupanjsk* | ; drugostepen* | drugostupanjsk* |
grešk~k2 | pogrešk~k2 | ; predlog~m | prijedlog~m | prijedlog~m ; prijemn* | prijamn* | ; oblast~i | područj~n |
opseg~m | | obim~m ; obim~m | opseg~m | ; podrška* | potpora* | ; podršk~k2 | potpor~f | ; posmatra* | promatra* |
posmatrač~mj | promatrač~mj | ; raspust~m | praznici | ; praznik~k | blagdan~m | ; prazničn* | blagdansk* |
plaća | | plata ; sijalic~f | žarulj~f | ; gas~m | plin~m | ; gasn* | plinsk* | ; plin~m | | gas~m
kašik~k2 | žlic~f | ; viljušk~k2 | vilic~f | ; tanjir~m | tanjur~m | ; supa | juha | ; supu | juhu |
sirće | ocat | ; paradajz~m | rajčic~f | ; šargarep~f | mrkv~f | ; spanać~m | špinat~m | ; pasulj~mj | grah~m |
grah~m | | pasulj~mj ; krompir~m | krumpir~m | ; pirinač~mj | riž~f | ; riž~f | | pirinač~mj ; peškir~m | ručnik~k |
čaršaf~m | plaht~f | ; stolica | stolac | ; makaze | škare | ; makazama | škarama | ; dugme | gumb |
pantalone | hlače | ; kaiš~m | remen~m | ; naočale | | naočare ; merdevine | ljestve | ; kofer~m | kovčeg~m |
izduvn* | ispušn* | ; talas~m | val~m | ; val~m | | talas~m ; ostrv~n | otok~m | ; otok~m | | ostrv~n
ostrvsk* | otočn* | ; okean~m | ocean~m | ; pirinča | riže | ; fabrika | tvornica | ; karantin~m | karanten~f |
vakcin~f | cjepiv~n | ; vakcinacij~f | cijepljenj~n | ; vakcinisan* | cijepljen* | ; biograf* | životopis* |
biografij~f | životopis~m | ; odbran~f | obran~f | ; odbramben* | obramben* | ; izuzetak | iznimka |
savremen* | suvremen* | ; savremenik~k | suvremenik~k | ; poslije | nakon | ; ka | k | ; juče | jučer |
jučer | | juče ; naveče | navečer | ; uveče | uvečer | ; veče | večer | ; tokom | tijekom | ; u toku | u tijeku |
prilikom | prigodom | ; prilik~k2 | prigod~f | ; povodom | prigodom | ; u vezi sa | glede |
vezano za | u svezi s | ; spoljn* | vanjsk* | ; spoljnotrgovinsk* | vanjskotrgovinsk* |
vanjskotrgovinsk* | | spoljnotrgovinsk* ; vanjsk* | | spoljn* ; inostran* | inozem* |
inostranstv~n | inozemstv~n | ; unutrašnj* | unutarnj* | ; unutarnj* | | unutrašnj* ; sopstven* | vlastit* |
vlastit* | | sopstven*
`;

export const PAIRS: readonly string[] = `${MONTHS}${ADMINISTRATION}${EVERYDAY}`
  .split(/[;\n]/)
  .map((line) => line.trim())
  .filter((line) => line.includes('|'));
