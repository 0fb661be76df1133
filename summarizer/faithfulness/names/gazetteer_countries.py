"""The gazetteer's countries: ISO code, people|French stems|capital. Data alone; `gazetteer` reads it."""

COUNTRIES = """
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

CONTINENTS = """
Africa=DZ AO BJ BF BI CM TD CD CG CI EG ER ET GA GH GN KE LY MG ML MA MR MZ NA NE NG RW SN SO ZA SS SD
  TZ TG TN
  UG ZM ZW
Asia=AF BD KH CN HK IN ID JP KP KR LA MY MN MM NP PK PH SG LK TW TH VN
South America=AR BO BR CL CO EC GY PY PE SR UY VE
Latin America=AR BO BR CL CO CR CU DO EC SV GT HN MX NI PA PY PE UY VE
Central America=CR SV GT HN NI PA
Middle East=BH EG IQ IR IL JO KW LB OM PS QA SA SY TR AE YE
"""
"""Parts of the world that stand for a country of theirs: « en Namibie » is “in Africa”."""
