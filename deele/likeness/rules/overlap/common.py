"""Words that say nothing, and words every second thing of the field holds."""

_STOP = """
der die das den dem des ein eine einen einem einer eines und oder aber auch als am an auf aus bei bin bis da dass dazu
du durch er es für gibt hat haben ich ihr ihre ihren ihrer im in ist ja kann kein keine können man mehr mein meine mich
mir mit nach nicht noch nur ob so sich sie sind sowie über um uns unser unsere unseren unter vom von vor was wenn wer
wie wir wird werden wo zu zum zur zwischen alle allen aller alles andere anderen beim dabei damit dann denn dies diese
diesem diesen dieser dort einmal etwa gegen ganz hier hin ihnen immer ins je jede jeden jeder jedes jetzt sehr sein
seine seiner selbst soll sollen statt viele vielen wieder wurde wurden während z b u a e v o ä ca usw bzw
uhr montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august
september oktober november dezember jahr jahre jahren tag tage woche wochen monat monate heute morgen neu neue neuen
neuer neues gut gute guten erste ersten zweite zweiten gemeinsam gemeinsame gemeinsamen laden lädt einladung herzlich
willkommen teilnehmen teilnahme kostenlos kostenfrei anmeldung anmelden interessierte interessierten bitte
daraus daran darauf darin darum darüber davon davor dafür dagegen danach dazwischen deshalb daher doch eben eigentlich
eher einfach fast genau gern gerne gleich jedoch kaum lange längst leicht manche manchmal meist mindestens nämlich
natürlich niemand jemand oft ohne obwohl schon seit sogar sonst trotzdem überall vielleicht vorher wann warum weil
welche welcher welches weiter weitere weiteren wenige weniger wirklich wobei wodurch wofür womit zuerst zuletzt bisher
bereits besonders zwei drei vier fünf sechs sieben acht neun zehn beide beiden einige einigen damals darf dürfen muss
müssen möchte möchten sollte könnte würde hatte hatten wäre gewesen geworden worden kommt kommen geht gehen steht
stehen bleibt bleiben
"""
STOP = frozenset(_STOP.split())

# Share of things of the field that hold a word, by our own reading; keeps a small house from taking them for rare.
COMMON = {
    0.2: "wohnen menschen alter ältere älteren leben ort nachbarschaft gemeinschaft niedersachsen veranstaltung",
    0.08: """
        pflege beratung treffen gruppe austausch wohnprojekt wohnprojekte projekt projekte kommune kommunen gemeinde
        stadt landkreis verein haus angebot angebote unterstützung hilfe information informationen thema themen
        engagement ehrenamt ehrenamtliche bürger bürgerinnen quartier dorf land region gemeinschaftlich
        gemeinschaftliches wohnform wohnformen fachtag workshop vortrag seminar arbeitsgruppe aktion broschüre
        leitfaden netzwerk senioren seniorinnen generationen teilnehmende fachkräfte akteure zusammen
        aktionstag fachtagung handreichung
        tun tut macht machen gibt geben findet finden zeigt zeigen achtet achten stoßen stößt sehen wissen sagen fragen
        bringt bringen nehmen hält halten lassen liegt liegen stellt stellen beginnt beginnen hilft helfen braucht
        brauchen sucht suchen entsteht entstehen entstanden bietet bieten erfahren schaffen möglich besser eigene
        einzelne ganze groß klein hoch jung kurz letzte nächste offen verschiedene wichtige rund teil seite zeit fall
        frage sache weg ziel grund stelle
    """,
    0.03: """
        demenz barrierefrei barrierefreiheit förderung inklusion mobilität gesundheit digital digitale einsamkeit
        beteiligung genossenschaft nahversorgung klima sicherheit treffpunkt café fest woche ausstellung tagung
        schulung fortbildung exkursion besuch besichtigung gespräch forum impuls praxis beispiele beispiel konzept
        planung entwicklung gestaltung organisation leitung mitglieder partner kirche diakonie caritas awo wohnung
        wohnungen wohnraum wohnberatung familien kinder jugend jugendliche frauen angehörige pflegende
    """,
}
