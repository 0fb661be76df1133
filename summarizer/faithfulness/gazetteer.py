"""Which French names stand for an English one: countries, nationalities, capitals, institutions.

Country names are those of the Unicode CLDR, through babel. What CLDR does not have stands in the
tables below: one line a country with its adjectives (`_COUNTRIES`), cities whose name differs in the
two languages (`_PLACES`), institutions and abbreviations (`_INSTITUTIONS`). French forms are folded
(`folding.fold`): lower case, no accents, hyphens as spaces. A French form that ends in `*` is a stem.
"""

import re
from functools import cache

from babel import Locale

from summarizer.faithfulness.folding import fold

_COUNTRIES = """
AF Afghan,Afghans,Afghani|afghan*|Kabul=kaboul
AL Albanian,Albanians|albanais*|Tirana=tirana
DZ Algerian,Algerians|algerien*|Algiers=alger
AO Angolan,Angolans|angolais*|Luanda=luanda
AR Argentine,Argentinian,Argentines,Argentinians|argentin*|Buenos Aires=buenos aires
AM Armenian,Armenians|armenien*|Yerevan=erevan
AU Australian,Australians,Aussie|australien*|Canberra=canberra
AT Austrian,Austrians|autrichien*|Vienna=vienne
AZ Azerbaijani,Azeri,Azeris,Azerbaijanis|azerbaidjan*,azeri*|Baku=bakou
BH Bahraini,Bahrainis|bahrein*|Manama=manama
BD Bangladeshi,Bangladeshis|bangladais*,bangladesh*|Dhaka=dacca,dhaka
BY Belarusian,Belarusians,Belarus,Byelorussia|bielorusse*,belarus*,bielorussie|Minsk=minsk
BE Belgian,Belgians|belge*|Brussels=bruxelles
BJ Beninese|beninois*|Cotonou=cotonou
BO Bolivian,Bolivians|bolivien*|La Paz=la paz
BA Bosnian,Bosnians,Bosnia|bosniaque*,bosnien*,bosnie*|Sarajevo=sarajevo
BR Brazilian,Brazilians|bresilien*|Brasilia=brasilia
BG Bulgarian,Bulgarians|bulgare*|Sofia=sofia
BF Burkinabe,Burkina|burkinabe*,burkina*|Ouagadougou=ouagadougou
BI Burundian,Burundians|burundais*|Bujumbura=bujumbura
KH Cambodian,Cambodians,Khmer|cambodgien*,khmer*|Phnom Penh=phnom penh
CM Cameroonian,Cameroonians|camerounais*|Yaounde=yaounde
CA Canadian,Canadians|canadien*|Ottawa=ottawa
TD Chadian,Chadians|tchadien*|N'Djamena=n djamena,ndjamena
CL Chilean,Chileans|chilien*|Santiago=santiago
CN Chinese|chinois*|Beijing,Peking=pekin,beijing
CO Colombian,Colombians|colombien*|Bogota=bogota
CD Congolese,Congo,DRC,Zaire|congolais*,congo,rdc,zaire|Kinshasa=kinshasa
CG Congolese|congolais*,congo|Brazzaville=brazzaville
CI Ivorian,Ivorians,Ivory Coast,Cote d'Ivoire|ivoirien*|Abidjan=abidjan
HR Croatian,Croatians,Croat,Croats|croate*|Zagreb=zagreb
CU Cuban,Cubans|cubain*|Havana=la havane
CY Cypriot,Cypriots|chypriote*,cypriote*|Nicosia=nicosie
CZ Czech,Czechs,Czech Republic|tcheque*|Prague=prague
DK Danish,Dane,Danes|danois*|Copenhagen=copenhague
DO Dominican,Dominicans|dominicain*|
EC Ecuadorian,Ecuadorean,Ecuadorians|equatorien*|Quito=quito
EG Egyptian,Egyptians|egyptien*|Cairo=caire
SV Salvadoran,Salvadorans|salvadorien*|San Salvador=san salvador
ER Eritrean,Eritreans|erythreen*|Asmara=asmara
EE Estonian,Estonians|estonien*|Tallinn=tallinn
ET Ethiopian,Ethiopians|ethiopien*|Addis Ababa=addis abeba
FI Finnish,Finn,Finns|finlandais*,finnois*|Helsinki=helsinki
FR French,Frenchman,Frenchmen,Frenchwoman,Gallic|francais*,hexagon*,tricolore*,franco,metropole,
  bleus|Paris=paris*
GA Gabonese|gabonais*|Libreville=libreville
GE Georgian,Georgians|georgien*|Tbilisi=tbilissi
DE German,Germans|allemand*,germano,germanique*,outre rhin|Berlin=berlin*
GH Ghanaian,Ghanaians|ghaneen*|Accra=accra
GR Greek,Greeks,Hellenic|grec*,hellenique*,helleno|Athens=athenes
GL Greenlandic|groenlandais*|
GT Guatemalan,Guatemalans|guatemalteque*|
GN Guinean,Guineans|guineen*|Conakry=conakry
HT Haitian,Haitians|haitien*|Port-au-Prince=port au prince
HN Honduran,Hondurans|hondurien*|Tegucigalpa=tegucigalpa
HK Hongkonger,Hong Kong|hong kong*,hongkong*|
HU Hungarian,Hungarians|hongrois*|Budapest=budapest
IS Icelandic,Icelander,Icelanders|islandais*|Reykjavik=reykjavik
IN Indian,Indians|indien*,indo|New Delhi,Delhi=new delhi,delhi
ID Indonesian,Indonesians|indonesien*|Jakarta=jakarta,djakarta
IR Iranian,Iranians,Persian,Persians|iranien*,perse*,persique*|Tehran,Teheran=teheran
IQ Iraqi,Iraqis|irakien*,iraquien*,iraq,irak|Baghdad=bagdad
IE Irish,Irishman,Irishmen|irlandais*|Dublin=dublin
IL Israeli,Israelis|israelien*,israelo,hebreu|Jerusalem=jerusalem
IT Italian,Italians|italien*,italo,transalpin*|Rome,Roman=rome,romain*
JM Jamaican,Jamaicans|jamaicain*|Kingston=kingston
JP Japanese|japonais*,nippon*|Tokyo=tokyo
JO Jordanian,Jordanians|jordanien*|Amman=amman
KZ Kazakh,Kazakhs,Kazakhstani|kazakh*|Astana=astana
KE Kenyan,Kenyans|kenyan*|Nairobi=nairobi
KP North Korean,North Koreans,North Korea|nord coreen*,coree du nord|Pyongyang=pyongyang
KR South Korean,South Koreans,South Korea,Korean,Koreans,Korea|sud coreen*,coreen*,coree*|Seoul=seoul
XK Kosovar,Kosovars|kosovar*|Pristina=pristina
KW Kuwaiti,Kuwaitis|koweitien*,koweit*|
KG Kyrgyz|kirghize*,kirghiz*|Bishkek=bichkek
LA Laotian,Lao|laotien*|Vientiane=vientiane
LV Latvian,Latvians|letton*|Riga=riga
LB Lebanese|libanais*|Beirut=beyrouth
LR Liberian,Liberians|liberien*|Monrovia=monrovia
LY Libyan,Libyans|libyen*|Tripoli=tripoli
LT Lithuanian,Lithuanians|lituanien*|Vilnius=vilnius
LU Luxembourgish,Luxemburg|luxembourgeois*|
MK Macedonian,Macedonians,Macedonia|macedonien*,macedoine|Skopje=skopje
MG Malagasy,Madagascan|malgache*|Antananarivo=antananarivo
MY Malaysian,Malaysians|malaisien*|Kuala Lumpur=kuala lumpur
ML Malian,Malians|malien*|Bamako=bamako
MT Maltese|maltais*|Valletta=la valette
MR Mauritanian,Mauritanians|mauritanien*|Nouakchott=nouakchott
MU Mauritian,Mauritians|mauricien*|
MX Mexican,Mexicans|mexicain*|Mexico City=mexico
MD Moldovan,Moldovans,Moldavian|moldave*|Chisinau=chisinau
MC Monegasque,Monacan|monegasque*|
MN Mongolian,Mongolians,Mongol|mongol*|Ulaanbaatar=oulan bator
ME Montenegrin,Montenegrins|montenegrin*|Podgorica=podgorica
MA Moroccan,Moroccans|marocain*|Rabat=rabat
MZ Mozambican,Mozambicans|mozambicain*|Maputo=maputo
MM Burmese,Burma|birman*,birmanie|Rangoon,Yangon=rangoun
NA Namibian,Namibians|namibien*|Windhoek=windhoek
NP Nepalese,Nepali|nepalais*|Kathmandu=katmandou
NL Dutch,Dutchman,Dutchmen,Holland,The Hague,Netherlands|neerlandais*,hollandais*,hollande,
  pays bas|Amsterdam=amsterdam
NZ New Zealander,New Zealanders|neo zelandais*|Wellington=wellington
NI Nicaraguan,Nicaraguans|nicaraguayen*|Managua=managua
NE Nigerien|nigerien*|Niamey=niamey
NG Nigerian,Nigerians|nigerian*|Abuja=abuja
NO Norwegian,Norwegians|norvegien*|Oslo=oslo
OM Omani,Omanis|omanais*|Muscat=mascate
PK Pakistani,Pakistanis|pakistanais*|Islamabad=islamabad
PS Palestinian,Palestinians,Palestine|palestinien*,palestine|Ramallah=ramallah
PA Panamanian,Panamanians|panameen*|
PY Paraguayan,Paraguayans|paraguayen*|
PE Peruvian,Peruvians|peruvien*|Lima=lima
PH Filipino,Filipinos,Philippine|philippin*|Manila=manille
PL Polish,Pole,Poles|polonais*|Warsaw=varsovie
PT Portuguese|portugais*|Lisbon=lisbonne
QA Qatari,Qataris|qatari*|Doha=doha
RO Romanian,Romanians|roumain*|Bucharest=bucarest
RU Russian,Russians|russe*,russo|Moscow,Kremlin=moscou,kremlin
RW Rwandan,Rwandans|rwandais*|Kigali=kigali
SA Saudi,Saudis,Saudi Arabian|saoudien*|Riyadh=riyad,ryad
SN Senegalese|senegalais*|Dakar=dakar
RS Serbian,Serbians,Serb,Serbs|serbe*|Belgrade=belgrade
SG Singaporean,Singaporeans|singapourien*|
SK Slovak,Slovaks,Slovakian|slovaque*|Bratislava=bratislava
SI Slovenian,Slovenians,Slovene|slovene*|Ljubljana=ljubljana
SO Somali,Somalis|somalien*,somali*|Mogadishu=mogadiscio
ZA South African,South Africans|sud africain*|Pretoria=pretoria
SS South Sudanese|sud soudanais*|Juba=juba,djouba
ES Spanish,Spaniard,Spaniards|espagnol*,iberique*|Madrid=madrid
LK Sri Lankan,Sri Lankans|sri lankais*|Colombo=colombo
SD Sudanese|soudanais*|Khartoum=khartoum
SE Swedish,Swede,Swedes|suedois*|Stockholm=stockholm
CH Swiss|suisse*,helvetique*,helvete*|Bern,Berne=berne
SY Syrian,Syrians|syrien*|Damascus=damas
TW Taiwanese|taiwanais*|Taipei=taipei
TJ Tajik,Tajiks|tadjik*|Dushanbe=douchanbe
TZ Tanzanian,Tanzanians|tanzanien*|Dodoma=dodoma
TH Thai,Thais|thailandais*,thai*|Bangkok=bangkok
TG Togolese|togolais*|Lome=lome
TN Tunisian,Tunisians|tunisien*|Tunis=tunis
TR Turkish,Turk,Turks,Turkey|turc*,turque*,turquie|Ankara=ankara
TM Turkmen|turkmene*|
UG Ugandan,Ugandans|ougandais*|Kampala=kampala
UA Ukrainian,Ukrainians|ukrainien*|Kiev,Kyiv=kiev,kyiv
AE Emirati,Emiratis,UAE,Emirates|emirati*,emirien*,eau,emirats|Abu Dhabi=abou dhabi,abu dhabi
GB British,Briton,Britons,Brit,Brits,Britain,Great Britain,UK,U.K.,England,English,Englishman|britannique*,
  anglais*,grande bretagne,angleterre,royaume uni,outre manche,anglo|London,Downing Street,
  Westminster=londres,londonien*,downing street,westminster
US American,Americans,America,US,U.S.,USA,U.S.A.,United States of America|americain*,etats unis,usa,us,
  amerique,americano,outre atlantique|Washington,White House=washington,maison blanche
UY Uruguayan,Uruguayans|uruguayen*|Montevideo=montevideo
UZ Uzbek,Uzbeks|ouzbek*|Tashkent=tachkent
VE Venezuelan,Venezuelans|venezuelien*|Caracas=caracas
VN Vietnamese|vietnamien*|Hanoi=hanoi
YE Yemeni,Yemenis|yemenite*,yemen*|Sanaa,Sana'a=sanaa
ZM Zambian,Zambians|zambien*|Lusaka=lusaka
ZW Zimbabwean,Zimbabweans|zimbabween*|Harare=harare
VA Vatican,Holy See|vatican*,saint siege|
SU Soviet,Soviets,Soviet Union,USSR|sovietique*,urss,union sovietique|
YU Yugoslav,Yugoslavs,Yugoslavia|yougoslave*,yougoslavie|
"""

_PLACES = """
Scotland,Scottish,Scot,Scots=ecosse,ecossais*
Wales,Welsh,Welshman=galles,gallois*
Northern Ireland=irlande du nord
Europe,European,Europeans,Euro,Euros,Eurozone=europe*,euro*,ue
Africa,African,Africans=africain*,afrique,afro
Asia,Asian,Asians=asie,asiatique*
Latin America,Latin American,Latin Americans=amerique latine,latino*
South America,South American=amerique du sud,sud americain*
North America,North American=amerique du nord,nord americain*
Central America=amerique centrale
Middle East,Middle Eastern,Mideast,Near East=moyen orient,proche orient
Far East=extreme orient
West Bank=cisjordanie
Gaza,Gaza Strip=gaza
Golan=golan
Balkans,Balkan=balkan*
Caribbean=caraibe*,antilles
West Indies=antilles
Caucasus=caucase*
Mediterranean=mediterran*
Atlantic=atlantique*
Pacific=pacifique*
Arctic=arctique*
Antarctic,Antarctica=antarctique*
Baltic=balte*,baltique*
Black Sea=mer noire
Red Sea=mer rouge
Dead Sea=mer morte
North Sea=mer du nord
Alps,Alpine=alpes,alpin*
Rhine=rhin
Danube=danube
Thames=tamise
Nile=nil
Corsica,Corsican,Corsicans=corse*
Brittany,Breton,Bretons=bretagne,breton*
Normandy,Norman=normand*
Burgundy=bourgogne
Savoy=savoie*
Picardy=picardie
Quebec,Quebecker,Quebecer,Quebecers,Quebeckers,Quebecois=quebec*
Catalonia,Catalan,Catalans=catalogne,catalan*
Basque,Basques,Basque Country=basque*
Flanders,Flemish,Fleming,Flemings=flandre*,flamand*
Wallonia,Walloon,Walloons=wallon*
Bavaria,Bavarian=bavarois*,baviere
Saxony=saxe
Prussia=prusse
Lombardy=lombardie
Tuscany=toscane
Sicily,Sicilian=sicil*
Sardinia=sardaigne
Andalusia=andalousie
Crimea,Crimean=crimee
Siberia,Siberian=siberi*
Chechnya,Chechen,Chechens=tchetchen*
Transnistria=transnistrie
Kurdistan,Kurdish,Kurd,Kurds=kurd*
Arab,Arabs,Arabic,Arabia,Arabian=arab*
Jewish,Jew,Jews=juif*,juive*
Muslim,Muslims,Moslem,Moslems,Islamic,Islam,Islamist,Islamists=musulman*,islam*
Christian,Christians,Christianity=chretien*
Catholic,Catholics=catholi*
Protestant,Protestants=protestant*
Orthodox=orthodox*
Shiite,Shiites,Shia,Shi'ite,Shi'ites=chiite*
Sunni,Sunnis=sunnit*
Hindu,Hindus=hindou*
Buddhist,Buddhists=bouddhi*
Koran,Quran,Koranic=coran*
Bible,Biblical=bibl*
God=dieu
Pope=pape,pontife
Christmas=noel
Easter=paques
Chernobyl=tchernobyl
Newfoundland=terre neuve
Papua=papouasie
New Guinea=nouvelle guinee
Joan=jeanne
GHG,GHGs=ges,gaz a effet
World War Two,WWII,WW2=seconde guerre,deuxieme guerre
World War One,WWI,WW1=premiere guerre,grande guerre
New Zealand=nouvelle zelande,neo zelandais*
Ural,Urals=oural
Muhammad,Mohammed,Mohammad,Prophet=mahomet,mohamed,mohammed,prophete
Cape Town=cap,le cap
Ebro=ebre
Tamil,Tamils=tamoul*
Pan American=panamericain*
Labour,Labor=travail*
Kings,King=roi*
John Paul,John Paul II=jean paul
Benedict=benoit
Pius=pie
Francis=francois
Saint=saint*,st,ste
Nazi,Nazis=nazi*
Bin Laden=ben laden
Al-Qaeda,Al Qaeda,Qaeda,Al-Qaida=al qaida,al qaeda
Taliban,Talibans,Taleban=taliban*
Hezbollah,Hizbollah=hezbollah
Islamic State,ISIS,ISIL,Daesh=etat islamique,ei,daech,daesh
Roma,Gypsy,Gypsies=rom,roms,tzigane*,tsigane*
Creole=creole*
Latin=latin*
Sahel=sahel*
Maghreb=maghreb*
Sahara,Saharan=sahar*
Barcelona=barcelone
Seville=seville
Geneva=geneve
Basel=bale
Zurich=zurich
Lausanne=lausanne
Cologne=cologne
Munich=munich
Frankfurt=francfort
Hamburg=hambourg
Nuremberg=nuremberg
Dresden=dresde
Hanover=hanovre
Aachen=aix la chapelle
Mainz=mayence
Antwerp=anvers
Ghent=gand
Bruges=bruges
Liege=liege
Strasbourg=strasbourg
Marseilles,Marseille=marseille*
Lyons,Lyon=lyon*
Milan=milan*
Turin=turin*
Naples=naples,napolitain*
Florence=florence
Venice,Venetian=venise
Genoa=genes
Bologna=bologne
Edinburgh=edimbourg
Dover=douvres
Canterbury=cantorbery
Krakow,Cracow=cracovie
Gdansk=gdansk,dantzig
St. Petersburg,Saint Petersburg,St Petersburg=saint petersbourg
Thessaloniki=thessalonique
Istanbul=istanbul
Aleppo=alep
Homs=homs
Mosul=mossoul
Basra=bassora,bassorah
Fallujah=fallouja,falloudja
Mecca=mecque
Dubai=dubai
Jeddah=djeddah
Shanghai=shanghai
Guangzhou,Canton=canton
Mumbai,Bombay=bombay,mumbai
Calcutta,Kolkata=calcutta
Philadelphia=philadelphie
New Orleans=nouvelle orleans
Montreal=montreal*
California,Californian=californi*
Florida=floride
Georgia=georgie
Louisiana=louisiane
Pennsylvania=pennsylvanie
Virginia=virginie
North Carolina=caroline du nord
South Carolina=caroline du sud
Hawaii=hawai*
Texas,Texan=texas,texan*
New Mexico=nouveau mexique
British Columbia=colombie britannique
New Caledonia=nouvelle caledonie
French Polynesia=polynesie*
Reunion=reunion
Falklands,Falkland,Falkland Islands=malouines,falkland*
Canary Islands=canaries
Holocaust=holocauste,shoah
Renaissance=renaissance
Cold War=guerre froide
World War=guerre mondiale,guerre
Second World War,World War II=seconde guerre mondiale,deuxieme guerre mondiale
First World War,World War I=premiere guerre mondiale,grande guerre
World Cup=coupe du monde,coupes du monde,mondial*,mondiaux
Olympic,Olympics,Olympic Games=olympique*,jo,jeux
Internet,Web=internet,web,toile
"""

_INSTITUTIONS = """
United Nations,UN,UNO,U.N.=nations unies,onu,onusien*
Security Council=conseil de securite
European Union,EU,E.U.=union europeenne,ue,europe*
European Commission=commission europeenne,commission,bruxelles
European Parliament=parlement europeen,parlement,eurodepute*
European Council=conseil europeen
European Central Bank,ECB=banque centrale europeenne,bce
Federal Reserve,Fed=reserve federale,fed
Bank of England,BoE=banque d angleterre,boe
Bank of France=banque de france
World Bank=banque mondiale
International Monetary Fund,IMF=fonds monetaire international,fmi
World Trade Organization,World Trade Organisation,WTO=organisation mondiale du commerce,omc
International Labour Office,International Labour Organization,International Labour Organisation,
  ILO=bureau international du travail,organisation internationale du travail,oit,bit
World Health Organization,World Health Organisation,WHO=organisation mondiale de la sante,oms
North Atlantic Treaty Organization,NATO,Nato=otan,alliance atlantique,traite de l atlantique nord
International Atomic Energy Agency,IAEA=aiea,agence internationale de l energie atomique
International Energy Agency,IEA=agence internationale de l energie,aie
International Criminal Court,ICC=cour penale internationale,cpi
International Court of Justice,ICJ=cour internationale de justice,cij
Organisation for Economic Co-operation and Development,OECD=ocde
OPEC=opep
OSCE=osce
African Union,AU=union africaine,ua
Arab League=ligue arabe
Red Cross=croix rouge
Red Crescent=croissant rouge
UNHCR=hcr,haut commissariat,refugies
UNESCO,Unesco=unesco
UNICEF,Unicef=unicef
WWF=wwf,fonds mondial pour la nature
Doctors Without Borders,MSF=medecins sans frontieres,msf
Reporters Without Borders,RSF=reporters sans frontieres,rsf
Intergovernmental Panel on Climate Change,IPCC=giec
National Assembly=assemblee nationale,assemblee
Senate=senat*
House of Representatives=chambre des representants,chambre
House of Commons=chambre des communes,communes
House of Lords=chambre des lords,lords
Congress=congres
Supreme Court=cour supreme
Constitutional Council=conseil constitutionnel
Constitutional Court=cour constitutionnelle
Council of State,State Council=conseil d etat
Court of Auditors=cour des comptes
Court of Appeal,Court of Appeals=cour d appel
Court of Cassation=cour de cassation
White House=maison blanche
Elysee,Elysee Palace=elysee
Matignon=matignon
State Department,Department of State=departement d etat
Foreign Office=foreign office
Pentagon=pentagone
Treasury=tresor*
Justice Department,Department of Justice=departement de la justice,ministere*
Wall Street=wall street,bourse de new york
Stock Exchange=bourse
Communist Party=parti communiste,pcf,pc,pcc
Socialist Party,PS=parti socialiste,ps,socialiste*
Conservative Party,Tories,Tory=parti conservateur,conservateur*,tory,tories
Labour Party,Labour=parti travailliste,travailliste*,labour
Liberal Democrats=liberaux democrates,lib dem*
National Front,FN=front national,fn
Republican,Republicans,GOP=republicain*
Democrat,Democrats,Democratic=democrat*
Socialist,Socialists=socialist*
Communist,Communists=communist*
Conservative,Conservatives=conservat*
Green,Greens=vert,verte,verts,ecolo*
CEO,Chief Executive=pdg,directeur general,president*,patron*,dirigeant*
GDP=pib,produit interieur brut,croissance,richesse*
VAT=tva
AIDS,Aids=sida,vih
HIV=vih,sida
DNA=adn
AI=ia,intelligence artificielle
NGO,NGOs=ong,organisation non gouvernementale*,organisations non gouvernementales
SME,SMEs=pme,petites et moyennes
IT=informatique,technologies de l information
GMO,GMOs=ogm
CO2=co2,carbone,gaz carbonique,dioxyde
UFO=ovni
MP,MPs=depute*,parlementaire*
MEP,MEPs=eurodepute*,depute*
TV=tele*,tv,chaine*
PC,PCs=pc,ordinateur*
GP,GPs=generaliste*,medecin*
R&D=r d,recherche
IPO=introduction en bourse,entree en bourse,cotation
DVD,DVDs=dvd
NASA=nasa
CIA=cia
FBI=fbi
"""

_FRENCH_CODES = {"SU", "YU"}


def _lines(table: str) -> list[str]:
    """The lines of a table, with those that go on in the next one (which is indented) put together."""
    return [line for line in re.sub(r"\n +", "", table).split("\n") if line]


@cache
def equivalents() -> dict[tuple[str, ...], tuple[str, ...]]:
    """English names, as tuples of folded words, with the French forms that stand for them.

    A country, its people and its capital stand for each other, as news writes them (« Paris »,
    « France's », « the French government »).
    """
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    english, french = Locale("en").territories, Locale("fr").territories
    for code in english:
        if len(str(code)) == 2 and code in french:
            _add(table, [english[code]], [fold(french[code])])
    for line in _lines(_COUNTRIES):
        code, rest = line.split(" ", 1)
        people, stems, capitals = rest.split("|")
        capital_en, _, capital_fr = capitals.partition("=")
        names = [] if code in _FRENCH_CODES else [english.get(code, ""), french.get(code, "")]
        forms = [*stems.split(","), *[fold(name) for name in names[1:]], *filter(None, capital_fr.split(","))]
        _add(table, [*people.split(","), *filter(None, capital_en.split(",")), *names[:1]], forms)
    for line in _lines(_PLACES + _INSTITUTIONS):
        names_en, _, forms_fr = line.partition("=")
        if names_en:
            _add(table, names_en.split(","), forms_fr.split(","))
    return table


def _add(table: dict[tuple[str, ...], tuple[str, ...]], names: list[str], forms: list[str]) -> None:
    for name in names:
        key = tuple(fold(name).split())
        if key:
            table[key] = (*table.get(key, ()), *forms)
