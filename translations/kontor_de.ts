<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>ReportText</name>
    <message>
        <source>Tax on sales</source>
        <translation>Steuer auf Verkäufe</translation>
    </message>
    <message>
        <source>Tax on returns</source>
        <translation>Steuer auf Rückgaben</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Opened by %1</source>
        <translation>Geöffnet von %1</translation>
    </message>
    <message>
        <source>Closed by %1</source>
        <translation>Geschlossen von %1</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>No float counted: opened by a sale</source>
        <translation>Wechselgeld nicht gezählt: durch einen Verkauf geöffnet</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Bons</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Number of receipts</source>
        <translation>Anzahl der Bons</translation>
    </message>
    <message>
        <source>Sales and returns</source>
        <translation>Verkäufe und Rückgaben</translation>
    </message>
    <message>
        <source>Sales: %1</source>
        <translation>Verkäufe: %1</translation>
    </message>
    <message>
        <source>Returns: %1</source>
        <translation>Rückgaben: %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <translation>%1 % von %2</translation>
    </message>
    <message>
        <source>Paid with</source>
        <translation>Bezahlt mit</translation>
    </message>
    <message>
        <source>%1, given back</source>
        <translation>%1, erstattet</translation>
    </message>
    <message>
        <source>Change handed back</source>
        <translation>Ausgegebenes Rückgeld</translation>
    </message>
    <message>
        <source>Rounding to the smallest coin</source>
        <translation>Rundung auf die kleinste Münze</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>Kassenlade</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Wechselgeld</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>Einlage</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Entnahme</translation>
    </message>
    <message>
        <source>To the safe</source>
        <translation>In den Tresor</translation>
    </message>
    <message>
        <source>Refunds due, paid out</source>
        <translation>Offene Erstattungen, ausgezahlt</translation>
    </message>
    <message>
        <source>Dues, paid in</source>
        <translation>Offene Beträge, eingezahlt</translation>
    </message>
    <message>
        <source>Opened without a sale</source>
        <translation>Ohne Verkauf geöffnet</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Should be there</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>%1, expected</source>
        <translation>%1, Soll</translation>
    </message>
    <message>
        <source>%1, counted</source>
        <translation>%1, gezählt</translation>
    </message>
    <message>
        <source>%1, difference</source>
        <translation>%1, Differenz</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Carts</source>
        <translation>Warenkörbe</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Put aside, carried over</source>
        <translation>Geparkt, übernommen</translation>
    </message>
    <message>
        <source>Since the till was first used</source>
        <translation>Seit Inbetriebnahme der Kasse</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkäufe</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Rückgaben</translation>
    </message>
    <message>
        <source>Seal of the records, for kontor verify --anchor</source>
        <translation>Siegel der Aufzeichnungen, für kontor verify --anchor</translation>
    </message>
    <message>
        <source>Z report %1</source>
        <translation>Z-Bericht %1</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X-Bericht</translation>
    </message>
    <message>
        <source>Discounts given</source>
        <translation>Gegebene Rabatte</translation>
    </message>
</context>
<context>
    <name>kontor::AddressAdvice</name>
    <message>
        <source>Take it so</source>
        <translation>So übernehmen</translation>
    </message>
    <message>
        <source>Take the address as it should be written</source>
        <translation>Die Adresse so übernehmen, wie sie richtig geschrieben wird</translation>
    </message>
</context>
<context>
    <name>kontor::AddressTexts</name>
    <message>
        <source>The address could not be checked.</source>
        <translation>Die Adresse konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>Checked: the address is known.</source>
        <translation>Geprüft: Die Adresse ist bekannt.</translation>
    </message>
    <message>
        <source>Checked: it is written %1.</source>
        <translation>Geprüft: Richtig geschrieben lautet sie %1.</translation>
    </message>
    <message>
        <source>Parcels may not arrive here: the address is not known.</source>
        <translation>Pakete kommen hier vielleicht nicht an: Die Adresse ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Parcels may not arrive here: %1</source>
        <translation>Pakete kommen hier vielleicht nicht an: %1</translation>
    </message>
</context>
<context>
    <name>kontor::AgeQuestion</name>
    <message>
        <source>Question of age</source>
        <translation>Frage nach dem Alter</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>No: take it out of the cart</source>
        <translation>Nein: aus dem Warenkorb nehmen</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Yes, the customer is old enough</source>
        <translation>Ja, alt genug</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Is the customer %1 or older?</source>
        <translation>Ist die Kundin oder der Kunde %1 oder älter?</translation>
    </message>
    <message>
        <source>Born on or before %1, for: %2</source>
        <translation>Geboren am %1 oder davor, für: %2</translation>
    </message>
</context>
<context>
    <name>kontor::AskLine</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>kontor::Attempts</name>
    <message>
        <source>Card authorisation asked for</source>
        <translation>Kartenfreigabe angefragt</translation>
    </message>
    <message>
        <source>Money asked for</source>
        <translation>Geld eingefordert</translation>
    </message>
    <message>
        <source>Release of the card asked for</source>
        <translation>Aufhebung der Kartenfreigabe angefragt</translation>
    </message>
    <message>
        <source>Refund asked for</source>
        <translation>Erstattung angefragt</translation>
    </message>
    <message>
        <source>Payment link asked for</source>
        <translation>Zahlungslink angefragt</translation>
    </message>
    <message>
        <source>End of the payment link asked for</source>
        <translation>Ende des Zahlungslinks angefragt</translation>
    </message>
    <message>
        <source>Carriers&apos; offers asked for</source>
        <translation>Angebote der Versender angefragt</translation>
    </message>
    <message>
        <source>Parcel label asked for</source>
        <translation>Paketetikett angefragt</translation>
    </message>
    <message>
        <source>Cancelling of the label asked for</source>
        <translation>Storno des Etiketts angefragt</translation>
    </message>
    <message>
        <source>no answer was seen</source>
        <translation>es kam keine Antwort an</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>answered, %1</source>
        <translation>beantwortet, %1</translation>
    </message>
    <message>
        <source>not sent, %1</source>
        <translation>nicht gesendet, %1</translation>
    </message>
    <message>
        <source>put off, %1</source>
        <translation>vertröstet, %1</translation>
    </message>
    <message>
        <source>no sure answer, %1</source>
        <translation>keine sichere Antwort, %1</translation>
    </message>
    <message>
        <source>%1, try %2</source>
        <translation>%1, Versuch %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>kontor::BooksComparison</name>
    <message>
        <source>Compare now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Compare the books with the payment system</source>
        <translation>Die Bücher mit dem Zahlungssystem abgleichen</translation>
    </message>
    <message>
        <source>Comparing … What differs is looked at again after a minute.</source>
        <translation>Abgleich läuft … Was abweicht, wird nach einer Minute noch einmal angesehen.</translation>
    </message>
    <message>
        <source>Not compared yet.</source>
        <translation>Noch nicht abgeglichen.</translation>
    </message>
    <message>
        <source>%1: nothing to compare with, %2.</source>
        <translation>%1: kein Abgleich möglich, %2.</translation>
    </message>
    <message>
        <source>%1: no difference, payments compared: %2.</source>
        <translation>%1: keine Abweichung, abgeglichene Zahlungen: %2.</translation>
    </message>
    <message>
        <source>%1: differences: %2. Each stands with its order among what needs attention.</source>
        <translation>%1: Abweichungen: %2. Jede steht bei ihrem Auftrag unter dem, was jemanden braucht.</translation>
    </message>
</context>
<context>
    <name>kontor::CallAnswer</name>
    <message>
        <source>Reference of the charge</source>
        <translation>Referenz der Buchung</translation>
    </message>
    <message>
        <source>Reference, such as pi_…</source>
        <translation>Referenz, zum Beispiel pi_…</translation>
    </message>
</context>
<context>
    <name>kontor::CardWaiting</name>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Ask again now</source>
        <translation>Jetzt erneut fragen</translation>
    </message>
    <message>
        <source>Take another tender</source>
        <translation>Anders zahlen</translation>
    </message>
    <message>
        <source>Or look at the payment system’s own pages and enter what they say:</source>
        <translation>Oder auf den Seiten des Zahlungssystems nachsehen und eintragen, was dort steht:</translation>
    </message>
    <message>
        <source>It is not known whether the card was charged %1.</source>
        <translation>Ob die Karte mit %1 belastet wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The payment system did not answer. It is asked again by itself, and the card is never charged twice. Should another tender be taken, the card is released as soon as it proves to be charged.</source>
        <translation>Das Zahlungssystem hat nicht geantwortet. Es wird von selbst erneut gefragt, und die Karte wird nie zweimal belastet. Wird anders gezahlt, wird die Karte freigegeben, sobald sich zeigt, dass sie belastet wurde.</translation>
    </message>
    <message>
        <source>The payment system cannot be reached.</source>
        <translation>Das Zahlungssystem ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Nothing was taken from the card. It is tried again by itself.</source>
        <translation>Von der Karte wurde nichts genommen. Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>The card is being asked for %1 …</source>
        <translation>Die Karte wird um %1 gebeten …</translation>
    </message>
    <message>
        <source>Back gives up; whatever the card holds then is released.</source>
        <translation>Zurück bricht ab; was die Karte dann hält, wird freigegeben.</translation>
    </message>
</context>
<context>
    <name>kontor::CartPanel</name>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>Warenkorb</translation>
    </message>
    <message>
        <source>Quantity of the chosen line</source>
        <translation>Menge der gewählten Position</translation>
    </message>
    <message>
        <source>Note on the order</source>
        <translation>Notiz zum Auftrag</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Parken</translation>
    </message>
    <message>
        <source>Put the cart on hold</source>
        <translation>Warenkorb parken</translation>
    </message>
    <message>
        <source>Carts on hold</source>
        <translation>Geparkte Körbe</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>The cart is empty. Scan a product, or search for it.</source>
        <translation>Der Warenkorb ist leer. Artikel scannen oder suchen.</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Eins weniger</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Eins mehr</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>Position entfernen</translation>
    </message>
    <message>
        <source>Put on hold for</source>
        <translation>Parken für</translation>
    </message>
    <message>
        <source>Price of one, now %1</source>
        <translation>Einzelpreis, jetzt %1</translation>
    </message>
    <message>
        <source>Not in the catalog: what is it?</source>
        <translation>Nicht im Sortiment: Was ist es?</translation>
    </message>
    <message>
        <source>Price of %1, with %2 % tax</source>
        <translation>Preis für %1, mit %2 % Steuer</translation>
    </message>
    <message>
        <source>On hold: %1</source>
        <translation>Geparkt: %1</translation>
    </message>
    <message>
        <source>Walk-in customer</source>
        <translation>Laufkunde</translation>
    </message>
    <message>
        <source>Customer: %1</source>
        <translation>Kunde: %1</translation>
    </message>
    <message>
        <source>Pay %1</source>
        <translation>Zahlen %1</translation>
    </message>
    <message>
        <source>Money was taken for this cart. Go on with Pay to finish.</source>
        <translation>Für diesen Warenkorb ist schon Geld angenommen. Mit „Zahlen“ abschließen.</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>Zwischensumme</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>%1 % tax included</source>
        <translation>inkl. %1 % Steuer</translation>
    </message>
    <message>
        <source>%1 % tax</source>
        <translation>%1 % Steuer</translation>
    </message>
    <message>
        <source>Note on the order (same key: on the line)</source>
        <translation>Notiz zum Auftrag (gleiche Taste: zur Position)</translation>
    </message>
    <message>
        <source>Note on the line (same key: on the order)</source>
        <translation>Notiz zur Position (gleiche Taste: zum Auftrag)</translation>
    </message>
    <message>
        <source>Off the order: 10 % or an amount (same key: on the line)</source>
        <translation>Rabatt auf den Auftrag: 10 % oder Betrag (gleiche Taste: von der Position)</translation>
    </message>
    <message>
        <source>Off the line: 10 % or an amount (same key: on the order)</source>
        <translation>Rabatt auf die Position: 10 % oder Betrag (gleiche Taste: vom Auftrag)</translation>
    </message>
    <message>
        <source>Refund %1</source>
        <translation>%1 erstatten</translation>
    </message>
    <message>
        <source>Delivery, now %1 (nothing: as the table says)</source>
        <translation>Lieferung, jetzt %1 (leer: wie in der Tabelle)</translation>
    </message>
    <message>
        <source>What does the delivery cost?</source>
        <translation>Was kostet die Lieferung?</translation>
    </message>
    <message>
        <source>Wished for which day? %1, for one, or +3; nothing: as soon as possible</source>
        <translation>Für welchen Tag gewünscht? Etwa %1 oder +3; leer: so bald wie möglich</translation>
    </message>
    <message>
        <source>Answer first whether the customer is old enough.</source>
        <translation>Beantworten Sie zuerst, ob die Kundin oder der Kunde alt genug ist.</translation>
    </message>
    <message>
        <source>Kontor was cut off. The last receipt is %1.</source>
        <translation>Kontor wurde unterbrochen. Der letzte Bon ist %1.</translation>
    </message>
    <message>
        <source>In cash %1 were to be given back.</source>
        <translation>In bar waren %1 zurückzugeben.</translation>
    </message>
    <message>
        <source>The change was %1.</source>
        <translation>Das Rückgeld war %1.</translation>
    </message>
</context>
<context>
    <name>kontor::CartSession</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Lieferung</translation>
    </message>
</context>
<context>
    <name>kontor::CashKeys</name>
    <message>
        <source>A sum that is handed over</source>
        <translation>Gegebener Betrag</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>Letzte Ziffer löschen</translation>
    </message>
    <message>
        <source>Received %1</source>
        <translation>%1 gegeben</translation>
    </message>
</context>
<context>
    <name>kontor::CategoryBar</name>
    <message>
        <source>Categories</source>
        <translation>Warengruppen</translation>
    </message>
    <message>
        <source>‹ All</source>
        <translation>‹ Alle</translation>
    </message>
    <message>
        <source>‹ %1</source>
        <translation>‹ %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>%1 (alle)</translation>
    </message>
</context>
<context>
    <name>kontor::ConcernCard</name>
    <message>
        <source>What needs you</source>
        <translation>Was zu klären ist</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was das bedeutet</translation>
    </message>
</context>
<context>
    <name>kontor::ConcernDesk</name>
    <message>
        <source>%1 anew</source>
        <translation>%1 noch einmal</translation>
    </message>
</context>
<context>
    <name>kontor::ConcernPanel</name>
    <message>
        <source>Order %1 will be cancelled: its goods go back to the shelf, and what was paid goes back in the way it came.</source>
        <translation>Auftrag %1 wird storniert: Die Ware geht ins Regal zurück, und was bezahlt war, geht auf demselben Weg zurück.</translation>
    </message>
    <message>
        <source>The customer will no longer owe %1; the shop bears it.</source>
        <translation>Der Kunde schuldet dann %1 nicht mehr; das Geschäft trägt sie.</translation>
    </message>
    <message>
        <source>Order %1 stays cancelled, and nobody is reminded of it any more.</source>
        <translation>Auftrag %1 bleibt storniert, und niemand wird mehr daran erinnert.</translation>
    </message>
</context>
<context>
    <name>kontor::Concerns</name>
    <message>
        <source>%1 could not go on</source>
        <translation>%1: hier ging es nicht weiter</translation>
    </message>
    <message>
        <source>“%1” from %2 could not be taken: %3. What follows for this order waits behind it. Once the reason is mended, try again.</source>
        <translation>„%1“ von %2 konnte nicht übernommen werden: %3. Was für diesen Auftrag folgt, wartet dahinter. Ist der Grund behoben, versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Unknown whether the card holds %1</source>
        <translation>Unbekannt, ob die Karte %1 bereithält</translation>
    </message>
    <message>
        <source>Unknown whether the card was charged %1</source>
        <translation>Unbekannt, ob die Karte mit %1 belastet wurde</translation>
    </message>
    <message>
        <source>Unknown whether the card was released</source>
        <translation>Unbekannt, ob die Karte freigegeben wurde</translation>
    </message>
    <message>
        <source>Unknown whether %1 went back to the card</source>
        <translation>Unbekannt, ob %1 auf die Karte zurückging</translation>
    </message>
    <message>
        <source>Unknown whether the payment link was made</source>
        <translation>Unbekannt, ob der Zahlungslink erstellt wurde</translation>
    </message>
    <message>
        <source>Unknown whether the payment link was closed</source>
        <translation>Unbekannt, ob der Zahlungslink geschlossen wurde</translation>
    </message>
    <message>
        <source>The payment system did not answer. It is asked again by itself, and nothing is done twice. Or look at its own pages and enter what they say.</source>
        <translation>Das Zahlungssystem hat nicht geantwortet. Es wird von selbst noch einmal gefragt, und nichts geschieht doppelt. Oder sehen Sie auf dessen eigenen Seiten nach und tragen Sie ein, was dort steht.</translation>
    </message>
    <message>
        <source>The carriers were not reached</source>
        <translation>Die Paketdienste waren nicht zu erreichen</translation>
    </message>
    <message>
        <source>Unknown whether the label was bought</source>
        <translation>Unbekannt, ob das Versandetikett gekauft wurde</translation>
    </message>
    <message>
        <source>Unknown whether the label was taken back</source>
        <translation>Unbekannt, ob das Versandetikett zurückgenommen wurde</translation>
    </message>
    <message>
        <source>The logistics system did not answer. It is asked again by itself, and nothing is bought twice.</source>
        <translation>Das Versandsystem hat nicht geantwortet. Es wird von selbst noch einmal gefragt, und nichts wird doppelt gekauft.</translation>
    </message>
    <message>
        <source>The label was not taken back</source>
        <translation>Das Versandetikett wurde nicht zurückgenommen</translation>
    </message>
    <message>
        <source>The logistics system says: %1. Ask the carrier about %2; when that is settled, close this.</source>
        <translation>Das Versandsystem meldet: %1. Fragen Sie den Paketdienst nach %2; ist das geklärt, schließen Sie dies ab.</translation>
    </message>
    <message>
        <source>The carriers refuse the parcel</source>
        <translation>Die Paketdienste lehnen das Paket ab</translation>
    </message>
    <message>
        <source>They say: %1. Correct the address or the parcel and try again, or cancel the order; then the money goes back.</source>
        <translation>Sie melden: %1. Berichtigen Sie die Adresse oder das Paket und versuchen Sie es noch einmal, oder stornieren Sie den Auftrag; dann geht das Geld zurück.</translation>
    </message>
    <message>
        <source>The logistics system is asked again by itself.</source>
        <translation>Das Versandsystem wird von selbst noch einmal gefragt.</translation>
    </message>
    <message>
        <source>Not collected</source>
        <translation>Nicht abgeholt</translation>
    </message>
    <message>
        <source>It was to be collected by %1. Hand it over, or cancel it; then the goods go back to the shelf and the money to the customer.</source>
        <translation>Die Abholung war bis %1 vorgesehen. Geben Sie die Ware aus, oder stornieren Sie den Auftrag; dann geht die Ware ins Regal zurück und das Geld an den Kunden.</translation>
    </message>
    <message>
        <source>The customer owes %1</source>
        <translation>Der Kunde schuldet %1</translation>
    </message>
    <message>
        <source>The goods are gone, and the money could not be taken. Try the card again, take the money here in cash, or give it up.</source>
        <translation>Die Ware ist fort, und das Geld konnte nicht eingezogen werden. Versuchen Sie es noch einmal mit der Karte, nehmen Sie das Geld hier bar entgegen, oder verzichten Sie darauf.</translation>
    </message>
    <message>
        <source>%1 to pay out in cash</source>
        <translation>%1 bar auszuzahlen</translation>
    </message>
    <message>
        <source>The customer gets %1 back from the drawer.</source>
        <translation>Der Kunde bekommt %1 aus der Kassenlade zurück.</translation>
    </message>
    <message>
        <source>Till %1 has taken it on to pay this out.</source>
        <translation>Kasse %1 hat die Auszahlung übernommen.</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
    <message>
        <source>The mail was refused: %1. Correct the customer’s mail address, then send it again.</source>
        <translation>Die E-Mail wurde abgelehnt: %1. Berichtigen Sie die E-Mail-Adresse des Kunden und senden Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Ask again now</source>
        <translation>Jetzt erneut fragen</translation>
    </message>
    <message>
        <source>Enter the answer</source>
        <translation>Antwort eintragen</translation>
    </message>
    <message>
        <source>Correct and try again</source>
        <translation>Berichtigen und noch einmal</translation>
    </message>
    <message>
        <source>Cancel and refund</source>
        <translation>Stornieren und erstatten</translation>
    </message>
    <message>
        <source>It is settled: close</source>
        <translation>Geklärt: abschließen</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>Ausgeben</translation>
    </message>
    <message>
        <source>Try the card again</source>
        <translation>Karte noch einmal versuchen</translation>
    </message>
    <message>
        <source>Paid in cash: %1</source>
        <translation>Bar bezahlt: %1</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>Darauf verzichten</translation>
    </message>
    <message>
        <source>Pay out %1</source>
        <translation>%1 auszahlen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>It holds the money</source>
        <translation>Es hält das Geld</translation>
    </message>
    <message>
        <source>It was charged</source>
        <translation>Sie wurde belastet</translation>
    </message>
    <message>
        <source>It was released</source>
        <translation>Sie wurde freigegeben</translation>
    </message>
    <message>
        <source>It went back</source>
        <translation>Es ging zurück</translation>
    </message>
    <message>
        <source>It was made</source>
        <translation>Er wurde erstellt</translation>
    </message>
    <message>
        <source>It was closed</source>
        <translation>Er wurde geschlossen</translation>
    </message>
    <message>
        <source>It knows nothing of it</source>
        <translation>Es weiß nichts davon</translation>
    </message>
    <message>
        <source>It was not charged</source>
        <translation>Sie wurde nicht belastet</translation>
    </message>
    <message>
        <source>It was not released</source>
        <translation>Sie wurde nicht freigegeben</translation>
    </message>
    <message>
        <source>It did not go back</source>
        <translation>Es ging nicht zurück</translation>
    </message>
    <message>
        <source>It was not made</source>
        <translation>Er wurde nicht erstellt</translation>
    </message>
    <message>
        <source>The link was paid</source>
        <translation>Der Link wurde bezahlt</translation>
    </message>
    <message>
        <source>The card was declined: the order is cancelled</source>
        <translation>Die Karte wurde abgelehnt: Der Auftrag ist storniert</translation>
    </message>
    <message>
        <source>The card was not charged: the order is cancelled</source>
        <translation>Die Karte wurde nicht belastet: Der Auftrag ist storniert</translation>
    </message>
    <message>
        <source>The goods for %1 go back to the shelf. Ask the customer how else to pay and offer the same anew at till %2, or leave it.</source>
        <translation>Die Ware für %1 geht zurück ins Regal. Fragen Sie den Kunden, wie er sonst zahlen möchte, und bieten Sie dasselbe an der Kasse %2 neu an, oder lassen Sie es dabei.</translation>
    </message>
    <message>
        <source>Offer anew</source>
        <translation>Neu anbieten</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dabei belassen</translation>
    </message>
    <message>
        <source>Look at “%1” on the payment system’s own pages. When it is settled, close this.</source>
        <translation>Sehen Sie „%1“ auf den Seiten des Zahlungssystems nach. Wenn es geklärt ist, schließen Sie dies.</translation>
    </message>
    <message>
        <source>%1 were taken that the books do not know</source>
        <translation>%1 wurden eingezogen, die nicht in den Büchern stehen</translation>
    </message>
    <message>
        <source>The payment system shows money for this order that no payment here stands for: it may have been taken twice. %1</source>
        <translation>Das Zahlungssystem zeigt zu diesem Auftrag Geld, für das hier keine Zahlung steht: Es kann doppelt eingezogen sein. %1</translation>
    </message>
    <message>
        <source>%1 are in the books alone</source>
        <translation>%1 stehen nur in den Büchern</translation>
    </message>
    <message>
        <source>The payment system shows no such money. %1</source>
        <translation>Das Zahlungssystem zeigt dieses Geld nicht. %1</translation>
    </message>
    <message>
        <source>%1 were taken instead of %2</source>
        <translation>%1 wurden statt %2 eingezogen</translation>
    </message>
    <message>
        <source>%1 were given back instead of %2</source>
        <translation>%1 wurden statt %2 erstattet</translation>
    </message>
    <message>
        <source>The parcel comes back</source>
        <translation>Das Paket kommt zurück</translation>
    </message>
    <message>
        <source>%1 brings %2 back to the shop. Ask the customer what is to become of the order. What was paid goes back by a return, once the goods are here; then close this.</source>
        <translation>%1 bringt %2 zurück. Fragen Sie den Kunden, was aus dem Auftrag werden soll. Das Geld geht mit einer Rückgabe zurück, sobald die Ware hier ist; schließen Sie dies danach ab.</translation>
    </message>
    <message>
        <source>The parcel was not delivered</source>
        <translation>Das Paket wurde nicht zugestellt</translation>
    </message>
    <message>
        <source>%1 could not deliver %2. Ask the carrier where it is, and tell the customer; when that is settled, close this.</source>
        <translation>%1 konnte %2 nicht zustellen. Fragen Sie den Paketdienst, wo es ist, und sagen Sie es dem Kunden; ist das geklärt, schließen Sie dies ab.</translation>
    </message>
</context>
<context>
    <name>kontor::ConcernsModel</name>
    <message>
        <source>no order</source>
        <translation>kein Auftrag</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Bon</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
</context>
<context>
    <name>kontor::ConnectionTest</name>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
</context>
<context>
    <name>kontor::CountForm</name>
    <message>
        <source>Cash, counted</source>
        <translation>Bargeld, gezählt</translation>
    </message>
    <message>
        <source>Cash, expected</source>
        <translation>Bargeld, Soll</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Reason for a difference</source>
        <translation>Grund einer Differenz</translation>
    </message>
    <message>
        <source>Reason, if something differs</source>
        <translation>Grund, falls etwas abweicht</translation>
    </message>
    <message>
        <source>How many of %1</source>
        <translation>Anzahl zu %1</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Other cash</source>
        <translation>Sonstiges Bargeld</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>Soll %1</translation>
    </message>
    <message>
        <source>Cash counted: %1</source>
        <translation>Bargeld gezählt: %1</translation>
    </message>
    <message>
        <source>Cash counted: this is no number</source>
        <translation>Bargeld gezählt: Das ist keine Zahl</translation>
    </message>
    <message>
        <source>expected: %1</source>
        <translation>Soll: %1</translation>
    </message>
    <message>
        <source>difference: %1</source>
        <translation>Differenz: %1</translation>
    </message>
</context>
<context>
    <name>kontor::CountryTexts</name>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
</context>
<context>
    <name>kontor::CustomerDisplay</name>
    <message>
        <source>What is bought</source>
        <translation>Was gekauft wird</translation>
    </message>
    <message>
        <source>What the sum is</source>
        <translation>Was die Summe ist</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Total and what was paid</source>
        <translation>Summe und was bezahlt wurde</translation>
    </message>
    <message>
        <source>What to do now</source>
        <translation>Was jetzt zu tun ist</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>Dank</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>Kundenanzeige</translation>
    </message>
    <message>
        <source>You get back</source>
        <translation>Sie bekommen zurück</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Noch zu zahlen</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>Summe %1</translation>
    </message>
    <message>
        <source>Paid %1</source>
        <translation>Bezahlt %1</translation>
    </message>
    <message>
        <source>Please follow the card reader.</source>
        <translation>Bitte folgen Sie dem Kartenleser.</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Vielen Dank!</translation>
    </message>
    <message>
        <source>You get back %1</source>
        <translation>Sie bekommen %1 zurück</translation>
    </message>
    <message>
        <source>Your change</source>
        <translation>Ihr Rückgeld</translation>
    </message>
</context>
<context>
    <name>kontor::CustomerPanel</name>
    <message>
        <source>Find a customer</source>
        <translation>Kunden suchen</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>Gefundene Kunden</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the cart</source>
        <translation>Zurück zum Warenkorb</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Name, mail address or phone …</source>
        <translation>Name, E-Mail oder Telefon …</translation>
    </message>
    <message>
        <source>Type the beginning of a name, or make a new customer.</source>
        <translation>Anfang eines Namens eingeben oder einen neuen Kunden anlegen.</translation>
    </message>
    <message>
        <source>Walk-in customer</source>
        <translation>Laufkunde</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Straße, Hausnummer</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>PLZ</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Country, two letters</source>
        <translation>Land, zwei Buchstaben</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the customer</source>
        <translation>Kunden speichern</translation>
    </message>
    <message>
        <source>Only the first %1 are listed. Type more of the name to find the others.</source>
        <translation>Nur die ersten %1 sind aufgeführt. Mit mehr vom Namen finden sich die anderen.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Nobody is called so. “New customer” takes it along.</source>
        <translation>Dazu gibt es niemanden. „Neuer Kunde“ übernimmt das Getippte.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit the chosen customer</source>
        <translation>Den gewählten Kunden bearbeiten</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>In the shop&apos;s language</source>
        <translation>In der Sprache des Geschäfts</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>Auf Englisch</translation>
    </message>
    <message>
        <source>In German</source>
        <translation>Auf Deutsch</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>kontor::DeliveryChargesModel</name>
    <message>
        <source>All others</source>
        <translation>Alle anderen</translation>
    </message>
    <message>
        <source>%1 kg</source>
        <translation>%1 kg</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>From weight</source>
        <translation>Ab Gewicht</translation>
    </message>
    <message>
        <source>From value</source>
        <translation>Ab Warenwert</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>On the receipt</source>
        <translation>Auf dem Bon</translation>
    </message>
</context>
<context>
    <name>kontor::DeliveryChargesPanel</name>
    <message>
        <source>Delivery charges</source>
        <translation>Liefergebühren</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to selling</source>
        <translation>Zurück zum Verkauf</translation>
    </message>
    <message>
        <source>A delivery costs what the row of its country says that has the highest value which the goods reach, and then the highest weight. Without rows of its own, a country is one of all others.</source>
        <translation>Eine Lieferung kostet, was die Zeile ihres Landes mit dem höchsten erreichten Warenwert und darunter dem höchsten erreichten Gewicht sagt. Ein Land ohne eigene Zeilen gehört zu allen anderen.</translation>
    </message>
    <message>
        <source>Country, two letters</source>
        <translation>Land, zwei Buchstaben</translation>
    </message>
    <message>
        <source>From weight, in kg</source>
        <translation>Ab Gewicht, in kg</translation>
    </message>
    <message>
        <source>From value of the goods</source>
        <translation>Ab Warenwert</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Tax, in percent</source>
        <translation>Steuer, in Prozent</translation>
    </message>
    <message>
        <source>On the receipt</source>
        <translation>Auf dem Bon</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>Alle anderen</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Jeder</translation>
    </message>
    <message>
        <source>Deliveries cost nothing yet: type above what one costs, then Enter.</source>
        <translation>Lieferungen kosten noch nichts: Schreiben Sie oben, was eine kostet, dann Enter.</translation>
    </message>
    <message>
        <source>Remove the chosen charge</source>
        <translation>Die gewählte Gebühr entfernen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add this charge, or replace that of the same case</source>
        <translation>Diese Gebühr hinzufügen oder die desselben Falls ersetzen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Lieferung</translation>
    </message>
</context>
<context>
    <name>kontor::DisplaySetting</name>
    <message>
        <source>Screen of the customer display</source>
        <translation>Bildschirm der Kundenanzeige</translation>
    </message>
    <message>
        <source>Picture …</source>
        <translation>Bild …</translation>
    </message>
    <message>
        <source>Choose the picture of the customer display</source>
        <translation>Das Bild der Kundenanzeige wählen</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>Show the shop’s name in place of the picture</source>
        <translation>Statt des Bildes den Namen des Geschäfts zeigen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <translation>%1 (nicht da)</translation>
    </message>
    <message>
        <source>Picture of the customer display</source>
        <translation>Bild der Kundenanzeige</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Bilder (*.png *.jpg *.jpeg)</translation>
    </message>
</context>
<context>
    <name>kontor::DonePage</name>
    <message>
        <source>Receipt number</source>
        <translation>Bonnummer</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>Next sale</source>
        <translation>Nächster Verkauf</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Bon</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Tenders</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Rounding in cash %1</source>
        <translation>Barrundung %1</translation>
    </message>
    <message>
        <source>Ordered, to be paid by the link</source>
        <translation>Bestellt, zu zahlen über den Link</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
</context>
<context>
    <name>kontor::Errors</name>
    <message>
        <source>This customer is not known any more.</source>
        <translation>Dieser Kunde ist nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>Please enter a name.</source>
        <translation>Bitte einen Namen eingeben.</translation>
    </message>
    <message>
        <source>This is not a mail address. Correct it, or leave it empty.</source>
        <translation>Das ist keine E-Mail-Adresse. Bitte berichtigen oder leer lassen.</translation>
    </message>
    <message>
        <source>Please enter the country as two capital letters, such as GB.</source>
        <translation>Bitte das Land mit zwei Großbuchstaben eingeben, zum Beispiel DE.</translation>
    </message>
    <message>
        <source>Please enter street, town and country of the address.</source>
        <translation>Bitte Straße, Ort und Land der Adresse eingeben.</translation>
    </message>
    <message>
        <source>A text is too long. Please shorten it.</source>
        <translation>Ein Text ist zu lang. Bitte kürzen.</translation>
    </message>
    <message>
        <source>A text contains a line break or another character that cannot be printed.</source>
        <translation>Ein Text enthält einen Zeilenumbruch oder ein anderes Zeichen, das nicht gedruckt werden kann.</translation>
    </message>
    <message>
        <source>This customer account is closed. Choose another, or make a new one.</source>
        <translation>Dieses Kundenkonto ist geschlossen. Ein anderes wählen oder ein neues anlegen.</translation>
    </message>
    <message>
        <source>This customer has no saved card.</source>
        <translation>Für diesen Kunden ist keine Karte hinterlegt.</translation>
    </message>
    <message>
        <source>Card numbers must not be entered here. Use the card reader.</source>
        <translation>Kartennummern dürfen hier nicht eingegeben werden. Bitte das Kartenlesegerät benutzen.</translation>
    </message>
    <message>
        <source>There is no barcode.</source>
        <translation>Der Barcode fehlt.</translation>
    </message>
    <message>
        <source>This is not a barcode of a product.</source>
        <translation>Das ist kein Barcode eines Artikels.</translation>
    </message>
    <message>
        <source>This barcode has too few or too many digits. Please scan it again.</source>
        <translation>Dieser Barcode hat zu wenige oder zu viele Ziffern. Bitte erneut scannen.</translation>
    </message>
    <message>
        <source>This barcode is all zeros. Please scan it again.</source>
        <translation>Dieser Barcode besteht nur aus Nullen. Bitte erneut scannen.</translation>
    </message>
    <message>
        <source>The barcode was misread. Please scan it again.</source>
        <translation>Der Barcode wurde falsch gelesen. Bitte erneut scannen.</translation>
    </message>
    <message>
        <source>This barcode was spoilt by a spreadsheet.</source>
        <translation>Dieser Barcode wurde von einer Tabellenkalkulation verfälscht.</translation>
    </message>
    <message>
        <source>This product number is not possible.</source>
        <translation>Diese Artikelnummer ist nicht möglich.</translation>
    </message>
    <message>
        <source>This product name is not possible.</source>
        <translation>Dieser Artikelname ist nicht möglich.</translation>
    </message>
    <message>
        <source>This price is not possible.</source>
        <translation>Dieser Preis ist nicht möglich.</translation>
    </message>
    <message>
        <source>This tax rate is not possible.</source>
        <translation>Dieser Steuersatz ist nicht möglich.</translation>
    </message>
    <message>
        <source>This category is not possible.</source>
        <translation>Diese Warengruppe ist nicht möglich.</translation>
    </message>
    <message>
        <source>This barcode is not possible.</source>
        <translation>Dieser Barcode ist nicht möglich.</translation>
    </message>
    <message>
        <source>This weight is not possible.</source>
        <translation>Dieses Gewicht ist nicht möglich.</translation>
    </message>
    <message>
        <source>This age is not possible.</source>
        <translation>Dieses Alter ist nicht möglich.</translation>
    </message>
    <message>
        <source>Another product has this number already.</source>
        <translation>Ein anderer Artikel hat diese Nummer schon.</translation>
    </message>
    <message>
        <source>Another product has this barcode already.</source>
        <translation>Ein anderer Artikel hat diesen Barcode schon.</translation>
    </message>
    <message>
        <source>The catalog cannot be searched here yet.</source>
        <translation>Das Sortiment kann hier noch nicht durchsucht werden.</translation>
    </message>
    <message>
        <source>Please enter a number.</source>
        <translation>Bitte eine Zahl eingeben.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
    <message>
        <source>This number can be read in two ways. Please write it with one decimal mark.</source>
        <translation>Diese Zahl ist nicht eindeutig. Bitte mit nur einem Dezimalzeichen schreiben.</translation>
    </message>
    <message>
        <source>This number has too many decimals.</source>
        <translation>Diese Zahl hat zu viele Nachkommastellen.</translation>
    </message>
    <message>
        <source>This number is too large.</source>
        <translation>Diese Zahl ist zu groß.</translation>
    </message>
    <message>
        <source>This product is not known to the stock.</source>
        <translation>Dieser Artikel ist im Lager nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing was received.</source>
        <translation>Es ist nichts eingegangen.</translation>
    </message>
    <message>
        <source>This quantity is not possible.</source>
        <translation>Diese Menge ist nicht möglich.</translation>
    </message>
    <message>
        <source>Please say why the stock is corrected.</source>
        <translation>Bitte angeben, warum der Bestand berichtigt wird.</translation>
    </message>
    <message>
        <source>This amount is too large.</source>
        <translation>Dieser Betrag ist zu groß.</translation>
    </message>
    <message>
        <source>This product has a price in another currency than the cart.</source>
        <translation>Der Preis dieses Artikels hat eine andere Währung als der Warenkorb.</translation>
    </message>
    <message>
        <source>This currency is not known.</source>
        <translation>Diese Währung ist nicht bekannt.</translation>
    </message>
    <message>
        <source>You may not do this. Ask somebody who may.</source>
        <translation>Dafür fehlt die Berechtigung. Bitte jemanden fragen, der sie hat.</translation>
    </message>
    <message>
        <source>The shop’s data cannot be opened. Check the data folder or the server.</source>
        <translation>Die Geschäftsdaten können nicht geöffnet werden. Datenordner oder Server prüfen.</translation>
    </message>
    <message>
        <source>The shop’s data cannot be written. Check who may write in the data folder.</source>
        <translation>Die Geschäftsdaten können nicht geschrieben werden. Schreibrechte im Datenordner prüfen.</translation>
    </message>
    <message>
        <source>The shop’s data were written by a newer version. Please update this one.</source>
        <translation>Die Geschäftsdaten stammen von einer neueren Version. Bitte diese hier aktualisieren.</translation>
    </message>
    <message>
        <source>A data file is not one of this program.</source>
        <translation>Eine Datendatei stammt nicht von diesem Programm.</translation>
    </message>
    <message>
        <source>The shop’s data are busy. Try again in a moment.</source>
        <translation>Die Geschäftsdaten sind gerade belegt. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The disk is full. Make room, then try again; nothing was lost.</source>
        <translation>Der Datenträger ist voll. Platz schaffen, dann erneut versuchen; es ging nichts verloren.</translation>
    </message>
    <message>
        <source>The disk does not work as it should. Check it before you go on.</source>
        <translation>Der Datenträger arbeitet nicht richtig. Vor dem Weiterarbeiten prüfen.</translation>
    </message>
    <message>
        <source>The server does not answer. Try again when the connection is back.</source>
        <translation>Der Server antwortet nicht. Erneut versuchen, wenn die Verbindung wieder steht.</translation>
    </message>
    <message>
        <source>The shop’s data are damaged. Stop selling and restore the last backup.</source>
        <translation>Die Geschäftsdaten sind beschädigt. Nicht weiter verkaufen und die letzte Sicherung zurückspielen.</translation>
    </message>
    <message>
        <source>This contradicts what is stored already. Reload the page and try again.</source>
        <translation>Das widerspricht dem, was schon gespeichert ist. Seite neu laden und erneut versuchen.</translation>
    </message>
    <message>
        <source>The shop’s data could not be read. Please report this.</source>
        <translation>Die Geschäftsdaten konnten nicht gelesen werden. Bitte melden.</translation>
    </message>
    <message>
        <source>This did not work. Please try again.</source>
        <translation>Das hat nicht geklappt. Bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>This cart is not there any more.</source>
        <translation>Dieser Warenkorb ist nicht mehr da.</translation>
    </message>
    <message>
        <source>This cart was ordered or given up already.</source>
        <translation>Dieser Warenkorb ist schon bestellt oder verworfen.</translation>
    </message>
    <message>
        <source>This cart was opened already.</source>
        <translation>Dieser Warenkorb wurde schon geöffnet.</translation>
    </message>
    <message>
        <source>Money was taken for this cart. Finish paying, or give the money back first.</source>
        <translation>Für diesen Warenkorb ist schon Geld angenommen. Zuerst die Zahlung abschließen oder das Geld zurückgeben.</translation>
    </message>
    <message>
        <source>The cart is empty. Add a product first.</source>
        <translation>Der Warenkorb ist leer. Zuerst einen Artikel hinzufügen.</translation>
    </message>
    <message>
        <source>This product is not sold any more.</source>
        <translation>Dieser Artikel wird nicht mehr verkauft.</translation>
    </message>
    <message>
        <source>This line is not in the cart any more.</source>
        <translation>Diese Position ist nicht mehr im Warenkorb.</translation>
    </message>
    <message>
        <source>This payment was taken back already.</source>
        <translation>Diese Zahlung wurde schon zurückgenommen.</translation>
    </message>
    <message>
        <source>This discount is not possible.</source>
        <translation>Dieser Rabatt ist nicht möglich.</translation>
    </message>
    <message>
        <source>This amount is not possible.</source>
        <translation>Dieser Betrag ist nicht möglich.</translation>
    </message>
    <message>
        <source>This cart belongs to another till.</source>
        <translation>Dieser Warenkorb gehört zu einer anderen Kasse.</translation>
    </message>
    <message>
        <source>What was taken is not what is to be paid. Give it back and start paying again.</source>
        <translation>Der angenommene Betrag stimmt nicht mit dem fälligen überein. Das Geld zurückgeben und die Zahlung neu beginnen.</translation>
    </message>
    <message>
        <source>Choose a customer first (F3): who pays in this way must be known.</source>
        <translation>Zuerst einen Kunden wählen (F3): Bei dieser Zahlungsart muss er bekannt sein.</translation>
    </message>
    <message>
        <source>Choose a customer with an address first (F3): a delivery must know where to go.</source>
        <translation>Zuerst einen Kunden mit Adresse wählen (F3): Eine Lieferung braucht ein Ziel.</translation>
    </message>
    <message>
        <source>Goods come back at the counter only.</source>
        <translation>Ware wird nur an der Theke zurückgenommen.</translation>
    </message>
    <message>
        <source>This till has paid out that refund already.</source>
        <translation>Diese Kasse hat die Erstattung schon ausgezahlt.</translation>
    </message>
    <message>
        <source>This cart is on hold. Recall it first.</source>
        <translation>Dieser Warenkorb ist geparkt. Zuerst zurückholen.</translation>
    </message>
    <message>
        <source>This cart is not on hold any more.</source>
        <translation>Dieser Warenkorb ist nicht mehr geparkt.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>This text is missing or too long.</source>
        <translation>Dieser Text fehlt oder ist zu lang.</translation>
    </message>
    <message>
        <source>This way of paying is not possible with this fulfilment.</source>
        <translation>Diese Zahlungsart ist bei dieser Übergabe nicht möglich.</translation>
    </message>
    <message>
        <source>There is no such order.</source>
        <translation>Diesen Auftrag gibt es nicht.</translation>
    </message>
    <message>
        <source>The goods have left with the customer. Take them back as a return.</source>
        <translation>Der Kunde hat die Ware schon mitgenommen. Als Rückgabe zurücknehmen.</translation>
    </message>
    <message>
        <source>This order was cancelled already.</source>
        <translation>Dieser Auftrag ist schon storniert.</translation>
    </message>
    <message>
        <source>This order is complete. Take the goods back as a return.</source>
        <translation>Dieser Auftrag ist erledigt. Die Ware als Rückgabe zurücknehmen.</translation>
    </message>
    <message>
        <source>This order cannot be handed over yet: it is not paid, or its goods are not there.</source>
        <translation>Dieser Auftrag kann noch nicht übergeben werden: Er ist nicht bezahlt, oder die Ware ist nicht da.</translation>
    </message>
    <message>
        <source>No more of this came with the receipt than is back already.</source>
        <translation>Was davon auf dem Bon steht, ist schon alles zurückgegeben.</translation>
    </message>
    <message>
        <source>This return is not held any more. Start it again.</source>
        <translation>Diese Rückgabe ist nicht mehr vorgemerkt. Bitte neu beginnen.</translation>
    </message>
    <message>
        <source>The cart for this return is closed. Start it again.</source>
        <translation>Der Warenkorb für diese Rückgabe ist geschlossen. Bitte neu beginnen.</translation>
    </message>
    <message>
        <source>Payment does not know this order yet. Try again in a moment.</source>
        <translation>Der Zahlungsdienst kennt diesen Auftrag noch nicht. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The card was not asked for money yet.</source>
        <translation>Die Karte wurde noch nicht angefragt.</translation>
    </message>
    <message>
        <source>This cart is an order already; no further card can be taken for it.</source>
        <translation>Dieser Warenkorb ist schon ein Auftrag; dafür kann keine weitere Karte angenommen werden.</translation>
    </message>
    <message>
        <source>This cart was given up.</source>
        <translation>Dieser Warenkorb wurde verworfen.</translation>
    </message>
    <message>
        <source>The card was asked already.</source>
        <translation>Die Karte wurde schon angefragt.</translation>
    </message>
    <message>
        <source>This amount cannot be taken from a card.</source>
        <translation>Dieser Betrag kann nicht von einer Karte eingezogen werden.</translation>
    </message>
    <message>
        <source>Nothing is due for this order.</source>
        <translation>Für diesen Auftrag ist nichts offen.</translation>
    </message>
    <message>
        <source>There is no card from which the rest could be taken.</source>
        <translation>Es gibt keine Karte, von der der Rest eingezogen werden könnte.</translation>
    </message>
    <message>
        <source>No refund is due for this order.</source>
        <translation>Für diesen Auftrag ist keine Erstattung offen.</translation>
    </message>
    <message>
        <source>Another till is paying this refund out.</source>
        <translation>Eine andere Kasse zahlt diese Erstattung gerade aus.</translation>
    </message>
    <message>
        <source>This was settled already.</source>
        <translation>Das ist schon erledigt.</translation>
    </message>
    <message>
        <source>Please enter the reference that the payment system shows.</source>
        <translation>Bitte die Referenz eingeben, die das Zahlungssystem anzeigt.</translation>
    </message>
    <message>
        <source>There is no parcel for this order yet.</source>
        <translation>Für diesen Auftrag gibt es noch kein Paket.</translation>
    </message>
    <message>
        <source>The parcel has no label yet. Wait for it, then hand the parcel over.</source>
        <translation>Das Paket hat noch keinen Paketschein. Darauf warten, dann das Paket übergeben.</translation>
    </message>
    <message>
        <source>The parcel has left. Take the goods back as a return when they arrive.</source>
        <translation>Das Paket ist schon unterwegs. Wenn die Ware zurückkommt, als Rückgabe annehmen.</translation>
    </message>
    <message>
        <source>This parcel is not to be sent. Keep it here.</source>
        <translation>Dieses Paket soll nicht versandt werden. Bitte zurückhalten.</translation>
    </message>
    <message>
        <source>There is nothing to correct about this parcel.</source>
        <translation>An diesem Paket gibt es nichts zu berichtigen.</translation>
    </message>
    <message>
        <source>There is nothing to give up about this parcel.</source>
        <translation>Bei diesem Paket gibt es nichts abzubrechen.</translation>
    </message>
    <message>
        <source>This name of a picture is not possible.</source>
        <translation>Dieser Bildname ist nicht möglich.</translation>
    </message>
    <message>
        <source>A payment is under way. Finish it or go back, then scan this again.</source>
        <translation>Eine Zahlung läuft. Sie abschließen oder zurückgehen, dann erneut scannen.</translation>
    </message>
    <message>
        <source>The scanner stopped in the middle. Please scan it again.</source>
        <translation>Der Scanner hat mittendrin abgebrochen. Bitte erneut scannen.</translation>
    </message>
    <message>
        <source>Nothing was scanned. Please scan it again.</source>
        <translation>Es wurde nichts gescannt. Bitte erneut scannen.</translation>
    </message>
    <message>
        <source>This code is too long for goods. Search for the product by name.</source>
        <translation>Dieser Code ist zu lang für Ware. Bitte den Artikel nach dem Namen suchen.</translation>
    </message>
    <message>
        <source>This is no code of goods. Please scan it again, or search by name.</source>
        <translation>Das ist kein Code von Ware. Bitte erneut scannen oder nach dem Namen suchen.</translation>
    </message>
    <message>
        <source>The code was misread, or is printed wrong. Please scan it again, or search for the product by name.</source>
        <translation>Der Code wurde falsch gelesen oder ist falsch gedruckt. Bitte erneut scannen oder den Artikel nach dem Namen suchen.</translation>
    </message>
    <message>
        <source>This code names no goods, it may be that of a pallet. Scan the goods themselves.</source>
        <translation>Dieser Code bezeichnet keine Ware, vielleicht eine Palette. Bitte die Ware selbst scannen.</translation>
    </message>
    <message>
        <source>This code measures in pounds, feet or gallons. Weigh the goods, and enter the quantity.</source>
        <translation>Dieser Code misst in Pfund, Fuß oder Gallonen. Die Ware wiegen und die Menge eingeben.</translation>
    </message>
    <message>
        <source>The price on this label is in another currency. Search for the product by name.</source>
        <translation>Der Preis auf diesem Etikett hat eine andere Währung. Bitte den Artikel nach dem Namen suchen.</translation>
    </message>
    <message>
        <source>The price on this label was misread. Please scan it again.</source>
        <translation>Der Preis auf diesem Etikett wurde falsch gelesen. Bitte erneut scannen.</translation>
    </message>
    <message>
        <source>The weight or price on this label is zero. Weigh the goods again.</source>
        <translation>Gewicht oder Preis auf diesem Etikett ist null. Die Ware erneut wiegen.</translation>
    </message>
    <message>
        <source>No product has this code. Search for it by name.</source>
        <translation>Kein Artikel hat diesen Code. Bitte nach dem Namen suchen.</translation>
    </message>
    <message>
        <source>The weight of this pack cannot be told: the product has no price. Give it one, or enter the quantity.</source>
        <translation>Das Gewicht dieser Packung lässt sich nicht bestimmen: Der Artikel hat keinen Preis. Einen Preis festlegen oder die Menge eingeben.</translation>
    </message>
    <message>
        <source>The parts of a label must have 13 digits together, with a prefix of 02 or 20 to 29, at most 3 decimals, and a verifier only before 4 or 5 digits.</source>
        <translation>Die Teile eines Etiketts müssen zusammen 13 Ziffern haben, mit Präfix 02 oder 20 bis 29, höchstens 3 Nachkommastellen und einer Prüfziffer nur vor 4 oder 5 Ziffern.</translation>
    </message>
    <message>
        <source>A shift is open at this till. Close it before you open another.</source>
        <translation>An dieser Kasse ist eine Schicht offen. Sie schließen, bevor eine andere geöffnet wird.</translation>
    </message>
    <message>
        <source>No shift is open at this till. Open one on the page Shift.</source>
        <translation>An dieser Kasse ist keine Schicht offen. Auf der Seite „Schicht“ eine öffnen.</translation>
    </message>
    <message>
        <source>Something was not counted. Enter zero if there is nothing of it.</source>
        <translation>Etwas wurde nicht gezählt. Null eingeben, wenn nichts davon da ist.</translation>
    </message>
    <message>
        <source>The count differs from what is expected. Count again, or say why.</source>
        <translation>Die Zählung weicht vom Soll ab. Erneut zählen oder den Grund angeben.</translation>
    </message>
    <message>
        <source>Cash was taken for a sale that is not finished. Finish it, or take the cash back, then close the shift.</source>
        <translation>Für einen nicht abgeschlossenen Verkauf ist Bargeld angenommen. Ihn abschließen oder das Bargeld zurücknehmen, dann die Schicht schließen.</translation>
    </message>
    <message>
        <source>No printer is set up at this till.</source>
        <translation>An dieser Kasse ist kein Drucker eingerichtet.</translation>
    </message>
    <message>
        <source>The printer does not answer. Check that it is on and connected.</source>
        <translation>Der Drucker antwortet nicht. Prüfen, ob er eingeschaltet und verbunden ist.</translation>
    </message>
    <message>
        <source>The printer went away while it printed. The receipt comes again as a copy.</source>
        <translation>Die Verbindung zum Drucker brach beim Drucken ab. Der Bon kommt erneut als Kopie.</translation>
    </message>
    <message>
        <source>The printer does not go on. Look at its paper and its cover; the receipt comes again as a copy.</source>
        <translation>Der Drucker druckt nicht weiter. Papier und Deckel prüfen; der Bon kommt erneut als Kopie.</translation>
    </message>
    <message>
        <source>The printer has no paper. Put in a new roll; what waits is printed then.</source>
        <translation>Der Drucker hat kein Papier. Eine neue Rolle einlegen; was wartet, wird dann gedruckt.</translation>
    </message>
    <message>
        <source>The print queue of this machine refused. Check the name of the printer.</source>
        <translation>Die Druckerwarteschlange dieses Rechners hat abgelehnt. Den Namen des Druckers prüfen.</translation>
    </message>
    <message>
        <source>Receipts cannot be written. Check the folder or device, and whether the disk is full.</source>
        <translation>Bons können nicht geschrieben werden. Ordner oder Gerät prüfen, und ob der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>The drawer was not opened, because the printer did not answer.</source>
        <translation>Die Kassenlade wurde nicht geöffnet, weil der Drucker nicht geantwortet hat.</translation>
    </message>
    <message>
        <source>Nothing was sold at this till yet.</source>
        <translation>An dieser Kasse wurde noch nichts verkauft.</translation>
    </message>
    <message>
        <source>This was not sold at this till. Print it where it was sold.</source>
        <translation>Das wurde nicht an dieser Kasse verkauft. Dort drucken, wo es verkauft wurde.</translation>
    </message>
    <message>
        <source>This is not a country&apos;s two letters, such as DE.</source>
        <translation>Das sind nicht die zwei Buchstaben eines Landes, etwa DE.</translation>
    </message>
    <message>
        <source>This case stands in the table already.</source>
        <translation>Dieser Fall steht schon in der Tabelle.</translation>
    </message>
    <message>
        <source>This code is a web address that names no goods. Scan the barcode beside it, or search for the product by name.</source>
        <translation>Dieser Code ist eine Internetadresse, die keinen Artikel nennt. Bitte den Strichcode daneben scannen oder den Artikel nach seinem Namen suchen.</translation>
    </message>
    <message>
        <source>This is no day, or one too far off. Type it such as 24.12., or +3 for three days from today.</source>
        <translation>Das ist kein Tag, oder er liegt zu weit in der Zukunft. Schreiben Sie ihn etwa als 24.12. oder +3 für in drei Tagen.</translation>
    </message>
    <message>
        <source>The day that was wished for has passed. Name another one (Shift+F9).</source>
        <translation>Der gewünschte Tag ist vorbei. Nennen Sie einen anderen (Umschalt+F9).</translation>
    </message>
    <message>
        <source>Something in the cart is not for everybody. Answer first whether the customer is old enough.</source>
        <translation>Etwas im Warenkorb ist nicht für jeden. Beantworten Sie zuerst, ob die Kundin oder der Kunde alt genug ist.</translation>
    </message>
    <message>
        <source>There is nothing to print: choose products first.</source>
        <translation>Es gibt nichts zu drucken: Wählen Sie zuerst Artikel aus.</translation>
    </message>
    <message>
        <source>This paper is no longer in the queue.</source>
        <translation>Dieses Papier steht nicht mehr in der Warteschlange.</translation>
    </message>
    <message>
        <source>This paper is being printed, or has come out already.</source>
        <translation>Dieses Papier wird gerade gedruckt oder ist schon herausgekommen.</translation>
    </message>
    <message>
        <source>This message is not there any more.</source>
        <translation>Diese Nachricht gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This message is on its way already.</source>
        <translation>Diese Nachricht ist schon unterwegs.</translation>
    </message>
    <message>
        <source>A name or a subject cannot stand in a mail. Correct the customer.</source>
        <translation>Ein Name oder Betreff kann so nicht in einer E-Mail stehen. Berichtigen Sie den Kunden.</translation>
    </message>
    <message>
        <source>This is not a mail address. Correct the customer.</source>
        <translation>Das ist keine E-Mail-Adresse. Berichtigen Sie den Kunden.</translation>
    </message>
    <message>
        <source>Messages cannot be written. Check whether the disk is full.</source>
        <translation>Nachrichten können nicht geschrieben werden. Prüfen Sie, ob die Festplatte voll ist.</translation>
    </message>
    <message>
        <source>There is no price.</source>
        <translation>Es gibt keinen Preis.</translation>
    </message>
    <message>
        <source>The price is no amount.</source>
        <translation>Der Preis ist kein Betrag.</translation>
    </message>
    <message>
        <source>The currency is not known.</source>
        <translation>Die Währung ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The price is in another currency.</source>
        <translation>Der Preis steht in einer anderen Währung.</translation>
    </message>
    <message>
        <source>There is no name.</source>
        <translation>Es gibt keinen Namen.</translation>
    </message>
    <message>
        <source>There is neither a number nor a name to know the product by.</source>
        <translation>Es gibt weder Nummer noch Namen, an denen der Artikel zu erkennen wäre.</translation>
    </message>
    <message>
        <source>The tax rate is no number from 0 to 100.</source>
        <translation>Der Steuersatz ist keine Zahl von 0 bis 100.</translation>
    </message>
    <message>
        <source>The weight is none, and was left out.</source>
        <translation>Das Gewicht ist keines und wurde weggelassen.</translation>
    </message>
    <message>
        <source>The age is none, and was left out.</source>
        <translation>Das Alter ist keines und wurde weggelassen.</translation>
    </message>
    <message>
        <source>The picture is no name of a file, and was left out.</source>
        <translation>Das Bild ist kein Dateiname und wurde weggelassen.</translation>
    </message>
    <message>
        <source>A yes or no could not be understood, and was left out.</source>
        <translation>Ein Ja oder Nein war nicht zu verstehen und wurde weggelassen.</translation>
    </message>
    <message>
        <source>The barcode is none, and was left out.</source>
        <translation>Der Strichcode ist keiner und wurde weggelassen.</translation>
    </message>
    <message>
        <source>The barcode belongs to another product, and was left out.</source>
        <translation>Der Strichcode gehört zu einem anderen Artikel und wurde weggelassen.</translation>
    </message>
    <message>
        <source>The same product stands in the table with another price.</source>
        <translation>Derselbe Artikel steht in der Tabelle mit einem anderen Preis.</translation>
    </message>
    <message>
        <source>The row belongs to a product that could not be read.</source>
        <translation>Die Zeile gehört zu einem Artikel, der nicht gelesen werden konnte.</translation>
    </message>
    <message>
        <source>Two columns have the same name; the first is read.</source>
        <translation>Zwei Spalten heißen gleich; gelesen wird die erste.</translation>
    </message>
    <message>
        <source>This file cannot be opened. Check its name and who may read it.</source>
        <translation>Diese Datei lässt sich nicht öffnen. Bitte prüfen, wie sie heißt und wer sie lesen darf.</translation>
    </message>
    <message>
        <source>This file is no table. Save it as CSV in the spreadsheet it comes from.</source>
        <translation>Diese Datei ist keine Tabelle. Bitte in der Tabellenkalkulation als CSV sichern.</translation>
    </message>
    <message>
        <source>The packed file is damaged. Get it once more.</source>
        <translation>Die gepackte Datei ist beschädigt. Bitte noch einmal holen.</translation>
    </message>
    <message>
        <source>The letters of this file cannot be read. Save it as CSV in UTF-8.</source>
        <translation>Die Zeichen dieser Datei sind nicht lesbar. Bitte als CSV in UTF-8 sichern.</translation>
    </message>
    <message>
        <source>A quotation mark in this file never ends. Save it as CSV once more.</source>
        <translation>Ein Anführungszeichen in dieser Datei endet nie. Bitte noch einmal als CSV sichern.</translation>
    </message>
    <message>
        <source>This table is larger than a table of products can be.</source>
        <translation>Diese Tabelle ist größer, als eine Tabelle von Artikeln sein kann.</translation>
    </message>
    <message>
        <source>This table has no column for the price, or none for the name. Give its first row names such as “name”, “price”, “sku” and “barcode”.</source>
        <translation>Dieser Tabelle fehlt die Spalte für den Preis oder den Namen. Die erste Zeile braucht Namen wie „name“, „price“, „sku“ und „barcode“.</translation>
    </message>
    <message>
        <source>The payment system is being asked at this moment. Please enter its answer again if none comes.</source>
        <translation>Das Zahlungssystem wird gerade gefragt. Geben Sie seine Antwort bitte noch einmal ein, falls keine kommt.</translation>
    </message>
    <message>
        <source>This was offered anew and sold already.</source>
        <translation>Das wurde schon neu angeboten und verkauft.</translation>
    </message>
    <message>
        <source>Somebody has dealt with this already.</source>
        <translation>Darum hat sich schon jemand gekümmert.</translation>
    </message>
    <message>
        <source>The keychain has no password for this. Please enter it.</source>
        <translation>Im Schlüsselbund steht dafür kein Passwort. Bitte geben Sie es ein.</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and start Kontor again, or enter the password here: then it holds until Kontor is closed.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren Sie ihn und starten Sie Kontor neu, oder geben Sie das Passwort hier ein: Dann gilt es, bis Kontor geschlossen wird.</translation>
    </message>
    <message>
        <source>This machine has no keychain, such as GNOME Keyring or KWallet. What is entered here holds until Kontor is closed.</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund wie GNOME Keyring oder KWallet. Was hier eingegeben wird, gilt, bis Kontor geschlossen wird.</translation>
    </message>
    <message>
        <source>The keychain does not keep this. It holds until Kontor is closed.</source>
        <translation>Der Schlüsselbund behält dies nicht. Es gilt, bis Kontor geschlossen wird.</translation>
    </message>
    <message>
        <source>A language is two small letters, such as de.</source>
        <translation>Eine Sprache sind zwei Kleinbuchstaben, etwa de.</translation>
    </message>
    <message>
        <source>The wording names something that such messages do not have.</source>
        <translation>Der Wortlaut nennt etwas, das solche Nachrichten nicht haben.</translation>
    </message>
    <message>
        <source>The wording names something that not each of these messages has. Put the part of the sentence that names it in [square brackets]: where it is missing, that part is left out.</source>
        <translation>Der Wortlaut nennt etwas, das nicht jede dieser Nachrichten hat. Setzen Sie den Teil des Satzes, der es nennt, in [eckige Klammern]: Wo es fehlt, entfällt dieser Teil.</translation>
    </message>
    <message>
        <source>A message needs a subject and a text.</source>
        <translation>Eine Nachricht braucht einen Betreff und einen Text.</translation>
    </message>
    <message>
        <source>This is too long for a message. Please shorten it.</source>
        <translation>Das ist zu lang für eine Nachricht. Bitte kürzen Sie es.</translation>
    </message>
    <message>
        <source>The payment system does not show its charges. Try again later.</source>
        <translation>Das Zahlungssystem zeigt seine Zahlungen nicht. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The label could not be fetched. Try again in a moment.</source>
        <translation>Das Versandetikett konnte nicht geholt werden. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Something is still open at the system used so far, and only that one can end it. Finish or cancel these orders first, then change it.</source>
        <translation>Beim bisherigen System ist noch etwas offen, das nur dieses beenden kann. Schließen oder stornieren Sie diese Aufträge zuerst, und wechseln Sie dann.</translation>
    </message>
    <message>
        <source>The key is not known. Please enter it.</source>
        <translation>Der Schlüssel ist nicht bekannt. Bitte geben Sie ihn ein.</translation>
    </message>
    <message>
        <source>This is a key of the test mode: with it nothing real happens. Live mode needs the live key.</source>
        <translation>Das ist ein Schlüssel des Testmodus: Mit ihm geschieht nichts wirklich. Der Echtbetrieb braucht den echten Schlüssel.</translation>
    </message>
    <message>
        <source>This is a live key: with it real money moves. The test mode needs the test key.</source>
        <translation>Das ist ein echter Schlüssel: Mit ihm fließt wirkliches Geld. Der Testmodus braucht den Testschlüssel.</translation>
    </message>
    <message>
        <source>This is the publishable key, which is for browsers. The secret key is needed.</source>
        <translation>Das ist der öffentliche Schlüssel, der für Browser da ist. Gebraucht wird der geheime.</translation>
    </message>
    <message>
        <source>This cannot be a key. Copy it as the provider shows it.</source>
        <translation>Das kann kein Schlüssel sein. Kopieren Sie ihn so, wie der Anbieter ihn zeigt.</translation>
    </message>
    <message>
        <source>No card reader is connected: the one of training works in training alone. Take the card with your bank&apos;s terminal.</source>
        <translation>Kein Kartenleser ist angeschlossen: Der aus dem Training geht nur im Training. Nehmen Sie die Karte am Gerät Ihrer Bank an.</translation>
    </message>
</context>
<context>
    <name>kontor::FirstRun</name>
    <message>
        <source>Kontor</source>
        <translation>Kontor</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>A new shop</source>
        <translation>Ein neuer Laden</translation>
    </message>
    <message>
        <source>Three short pages, or none at all if you only want to look around.</source>
        <translation>Drei kurze Seiten, oder gar keine, wenn Sie sich nur umsehen wollen.</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>Name des Ladens</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Just show me</source>
        <translation>Nur ansehen</translation>
    </message>
    <message>
        <source>Open a shop to look at, in training</source>
        <translation>Einen Laden zum Ansehen öffnen, zur Übung</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>Steuern</translation>
    </message>
    <message>
        <source>In percent, as they are included in the prices. Products that are read in later bring their own.</source>
        <translation>In Prozent, wie sie in den Preisen enthalten sind. Später eingelesene Artikel bringen ihre eigenen mit.</translation>
    </message>
    <message>
        <source>Standard rate</source>
        <translation>Normaler Satz</translation>
    </message>
    <message>
        <source>Reduced rate</source>
        <translation>Ermäßigter Satz</translation>
    </message>
    <message>
        <source>A tax rate is a number from 0 to 100, such as 20.</source>
        <translation>Ein Steuersatz ist eine Zahl von 0 bis 100, etwa 20.</translation>
    </message>
    <message>
        <source>What it sells</source>
        <translation>Was er verkauft</translation>
    </message>
    <message>
        <source>With the demo shop there is something to try things on: products, customers and a month of orders.</source>
        <translation>Mit dem Beispielladen gibt es etwas zum Ausprobieren: Artikel, Kunden und einen Monat Bestellungen.</translation>
    </message>
    <message>
        <source>Begin with nothing</source>
        <translation>Leer beginnen</translation>
    </message>
    <message>
        <source>Make the demo shop</source>
        <translation>Den Beispielladen anlegen</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Einen Augenblick</translation>
    </message>
    <message>
        <source>The demo shop is being made.</source>
        <translation>Der Beispielladen wird angelegt.</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Wie weit es ist</translation>
    </message>
    <message>
        <source>My shop</source>
        <translation>Mein Laden</translation>
    </message>
    <message>
        <source>Read in a table …</source>
        <translation>Tabelle einlesen …</translation>
    </message>
    <message>
        <source>Begin with the products of a table</source>
        <translation>Mit den Artikeln einer Tabelle beginnen</translation>
    </message>
    <message>
        <source>The products are being read in.</source>
        <translation>Die Artikel werden eingelesen.</translation>
    </message>
</context>
<context>
    <name>kontor::FulfilmentPanel</name>
    <message>
        <source>Day that is wished for</source>
        <translation>Gewünschter Tag</translation>
    </message>
    <message>
        <source>Collect by</source>
        <translation>Abzuholen bis</translation>
    </message>
    <message>
        <source>Missing goods</source>
        <translation>Fehlende Ware</translation>
    </message>
    <message>
        <source>Counter, pickup or delivery</source>
        <translation>Theke, Abholung oder Lieferung</translation>
    </message>
    <message>
        <source>If goods are missing</source>
        <translation>Wenn Ware fehlt</translation>
    </message>
    <message>
        <source>Cancel if missing</source>
        <translation>Sonst absagen</translation>
    </message>
    <message>
        <source>Wait for goods</source>
        <translation>Auf Ware warten</translation>
    </message>
    <message>
        <source>Wished for %1</source>
        <translation>Gewünscht für %1</translation>
    </message>
    <message>
        <source>As soon as possible</source>
        <translation>So bald wie möglich</translation>
    </message>
    <message>
        <source>Day: %1</source>
        <translation>Tag: %1</translation>
    </message>
    <message>
        <source>Collect by %1</source>
        <translation>Abzuholen bis %1</translation>
    </message>
    <message>
        <source>Some goods are missing: the order waits until they come.</source>
        <translation>Ware fehlt: Der Auftrag wartet, bis sie kommt.</translation>
    </message>
    <message>
        <source>Some goods are missing: unless it waits for them, the order will be cancelled.</source>
        <translation>Ware fehlt: Wartet der Auftrag nicht darauf, wird er storniert.</translation>
    </message>
</context>
<context>
    <name>kontor::GoodsLinesModel</name>
    <message>
        <source>returned</source>
        <translation>Rückgabe</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>je %1</translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation>%1 Rabatt</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>returned without receipt</source>
        <translation>ohne Bon zurückgenommen</translation>
    </message>
    <message>
        <source>none in stock</source>
        <translation>keine vorrätig</translation>
    </message>
    <message>
        <source>only %1 in stock</source>
        <translation>nur %1 vorrätig</translation>
    </message>
</context>
<context>
    <name>kontor::HeldCartsModel</name>
    <message>
        <source>Lines: %1</source>
        <translation>Positionen: %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
</context>
<context>
    <name>kontor::HeldPanel</name>
    <message>
        <source>Carts on hold</source>
        <translation>Geparkte Körbe</translation>
    </message>
    <message>
        <source>No cart is on hold. What is put aside waits here.</source>
        <translation>Es ist kein Warenkorb geparkt. Was geparkt wird, wartet hier.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the cart</source>
        <translation>Zurück zum Warenkorb</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Geparkt</translation>
    </message>
</context>
<context>
    <name>kontor::ImportPage</name>
    <message>
        <source>File with the table</source>
        <translation>Datei mit der Tabelle</translation>
    </message>
    <message>
        <source>What is in the table</source>
        <translation>Was in der Tabelle steht</translation>
    </message>
    <message>
        <source>What is not read as it stands</source>
        <translation>Was nicht so gelesen wird, wie es dasteht</translation>
    </message>
    <message>
        <source>Open the shop</source>
        <translation>Geschäft öffnen</translation>
    </message>
    <message>
        <source>Open the shop with these products</source>
        <translation>Das Geschäft mit diesen Artikeln öffnen</translation>
    </message>
    <message>
        <source>Drop a file here, or type its path and press Enter</source>
        <translation>Datei hierher ziehen oder Pfad eintippen, dann Eingabe</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>A CSV file with a name and a price in each row, as spreadsheets and other shops write it. Nothing is kept before you open the shop.</source>
        <translation>Eine CSV-Datei mit Name und Preis in jeder Zeile, wie Tabellenkalkulationen und andere Shops sie schreiben. Bis zum Öffnen des Geschäfts wird nichts behalten.</translation>
    </message>
    <message>
        <source>A table of products</source>
        <translation>Eine Tabelle mit Artikeln</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Choose a table of products</source>
        <translation>Tabelle mit Artikeln wählen</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.gz)</source>
        <translation>Tabellen (*.csv *.tsv *.txt *.gz)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Rows read: %1. New products: %2. Added to another row: %3. Refused: %4.</source>
        <translation>Gelesene Zeilen: %1. Neue Artikel: %2. Zu einer anderen Zeile: %3. Abgelehnt: %4.</translation>
    </message>
    <message>
        <source>Line %1 is refused: %2</source>
        <translation>Zeile %1 abgelehnt: %2</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>There is no product in this table. Look at the reasons, mend the table and read it again, or choose another one.</source>
        <translation>In dieser Tabelle ist kein Artikel. Bitte die Gründe ansehen, die Tabelle berichtigen und noch einmal lesen oder eine andere wählen.</translation>
    </message>
</context>
<context>
    <name>kontor::KeySheet</name>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>The usual key</source>
        <translation>Übliche Taste</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF speichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Enter on a command gives it another key.</source>
        <translation>Enter auf einem Befehl gibt ihm eine andere Taste.</translation>
    </message>
    <message>
        <source>Press the new key for “%1”.</source>
        <translation>Neue Taste für „%1“ drücken.</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”. Press another one.</source>
        <translation>%1 ist schon die Taste für „%2“. Eine andere drücken.</translation>
    </message>
    <message>
        <source>“%1” has the key %2 now.</source>
        <translation>„%1“ hat jetzt die Taste %2.</translation>
    </message>
    <message>
        <source>Keys of Kontor</source>
        <translation>Tasten von Kontor</translation>
    </message>
    <message>
        <source>Kontor keys</source>
        <translation>Kontor-Tasten</translation>
    </message>
    <message>
        <source>The sheet cannot be written to %1.</source>
        <translation>Die Übersicht kann nicht als %1 gespeichert werden.</translation>
    </message>
    <message>
        <source>The sheet is in %1.</source>
        <translation>Die Übersicht ist in %1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>kontor::KeysModel</name>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>kontor::KioskCart</name>
    <message>
        <source>Nothing yet. Touch what you would like, or scan it.</source>
        <translation>Noch nichts. Tippen Sie an, was Sie möchten, oder scannen Sie es.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Bezahlen</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Your cart</source>
        <translation>Ihr Warenkorb</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>One less: %1</source>
        <translation>Eins weniger: %1</translation>
    </message>
    <message>
        <source>One more: %1</source>
        <translation>Eins mehr: %1</translation>
    </message>
</context>
<context>
    <name>kontor::KioskGoods</name>
    <message>
        <source>Category</source>
        <translation>Warengruppe</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the categories</source>
        <translation>Zurück zu den Warengruppen</translation>
    </message>
    <message>
        <source>There is nothing here just now.</source>
        <translation>Hier gibt es gerade nichts.</translation>
    </message>
    <message>
        <source>What would you like?</source>
        <translation>Was möchten Sie?</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle: %1</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>This does not work just now. Please ask our staff.</source>
        <translation>Das geht gerade nicht. Bitte wenden Sie sich an unser Personal.</translation>
    </message>
    <message>
        <source>Just a moment …</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>We found nothing for “%1”. Try fewer or other letters, or ask our staff.</source>
        <translation>Zu „%1“ haben wir nichts gefunden. Versuchen Sie es mit weniger oder anderen Buchstaben, oder fragen Sie unser Personal.</translation>
    </message>
</context>
<context>
    <name>kontor::KioskPay</name>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>When do you take it?</source>
        <translation>Wann nehmen Sie es mit?</translation>
    </message>
    <message>
        <source>I take it with me now</source>
        <translation>Ich nehme es gleich mit</translation>
    </message>
    <message>
        <source>I collect it later</source>
        <translation>Ich hole es später ab</translation>
    </message>
    <message>
        <source>Pay by card</source>
        <translation>Mit Karte zahlen</translation>
    </message>
    <message>
        <source>Pay at the till</source>
        <translation>An der Kasse zahlen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the cart</source>
        <translation>Zurück zum Warenkorb</translation>
    </message>
    <message>
        <source>Pay in another way</source>
        <translation>Anders bezahlen</translation>
    </message>
    <message>
        <source>The card was declined. Try another card, or pay at the till.</source>
        <translation>Die Karte wurde abgelehnt. Versuchen Sie eine andere, oder zahlen Sie an der Kasse.</translation>
    </message>
    <message>
        <source>Please follow the card reader.</source>
        <translation>Bitte folgen Sie dem Kartenleser.</translation>
    </message>
    <message>
        <source>It is not known yet whether your card was charged. Please call our staff; you will not pay twice.</source>
        <translation>Es ist noch nicht bekannt, ob Ihre Karte belastet wurde. Bitte rufen Sie unser Personal; Sie zahlen nicht doppelt.</translation>
    </message>
    <message>
        <source>Cards cannot be taken just now. Nothing was charged.</source>
        <translation>Karten können gerade nicht angenommen werden. Es wurde nichts abgebucht.</translation>
    </message>
    <message>
        <source>This does not work just now. Please ask our staff.</source>
        <translation>Das geht gerade nicht. Bitte wenden Sie sich an unser Personal.</translation>
    </message>
    <message>
        <source>Your purchase could not be finished. Please call our staff; you will not pay twice.</source>
        <translation>Ihr Einkauf konnte nicht abgeschlossen werden. Bitte rufen Sie unser Personal; Sie zahlen nicht doppelt.</translation>
    </message>
</context>
<context>
    <name>kontor::KioskWindow</name>
    <message>
        <source>Seconds left</source>
        <translation>Sekunden bis zum Neubeginn</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Ihre Nummer</translation>
    </message>
    <message>
        <source>What to do now</source>
        <translation>Was jetzt zu tun ist</translation>
    </message>
    <message>
        <source>Self-service</source>
        <translation>Selbstbedienung</translation>
    </message>
    <message>
        <source>For our staff</source>
        <translation>Für unser Personal</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>Dank</translation>
    </message>
    <message>
        <source>Thank you! Your number is</source>
        <translation>Vielen Dank! Ihre Nummer ist</translation>
    </message>
    <message>
        <source>A payment was interrupted here. Please call our staff.</source>
        <translation>Hier wurde eine Zahlung unterbrochen. Bitte rufen Sie unser Personal.</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>Sind Sie noch da?</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>Ja, weiter</translation>
    </message>
    <message>
        <source>This was not read. Please scan it again.</source>
        <translation>Das wurde nicht gelesen. Bitte noch einmal scannen.</translation>
    </message>
    <message>
        <source>%1: please ask our staff.</source>
        <translation>%1: Bitte fragen Sie unser Personal.</translation>
    </message>
    <message>
        <source>Your order is paid. Show this number when you collect it.</source>
        <translation>Ihr Auftrag ist bezahlt. Nennen Sie diese Nummer bei der Abholung.</translation>
    </message>
    <message>
        <source>Your purchase is paid. Have a good day.</source>
        <translation>Ihr Einkauf ist bezahlt. Einen schönen Tag noch.</translation>
    </message>
    <message>
        <source>Please go to the till and tell them this number.</source>
        <translation>Bitte gehen Sie zur Kasse und nennen Sie diese Nummer.</translation>
    </message>
    <message>
        <source>Otherwise all begins anew in %1 s.</source>
        <translation>Sonst beginnt alles in %1 s von vorn.</translation>
    </message>
    <message>
        <source>This does not work just now. Please ask our staff.</source>
        <translation>Das geht gerade nicht. Bitte wenden Sie sich an unser Personal.</translation>
    </message>
</context>
<context>
    <name>kontor::LabelLayoutsModel</name>
    <message>
        <source>Weight, proved by a digit</source>
        <translation>Gewicht, mit Prüfziffer</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Price of the pack, proved by a digit</source>
        <translation>Preis der Packung, mit Prüfziffer</translation>
    </message>
    <message>
        <source>Price of the pack</source>
        <translation>Preis der Packung</translation>
    </message>
    <message>
        <source>Price, of which the weight follows, proved by a digit</source>
        <translation>Preis, aus dem das Gewicht folgt, mit Prüfziffer</translation>
    </message>
    <message>
        <source>Price, of which the weight follows</source>
        <translation>Preis, aus dem das Gewicht folgt</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etikett</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>kontor::LabelTexts</name>
    <message>
        <source>%1 per kg</source>
        <translation>%1 je kg</translation>
    </message>
</context>
<context>
    <name>kontor::Labels</name>
    <message>
        <source>Shelf label %1</source>
        <translation>Regaletikett %1</translation>
    </message>
    <message>
        <source>Shelf labels (%1)</source>
        <translation>Regaletiketten (%1)</translation>
    </message>
</context>
<context>
    <name>kontor::LabelsPanel</name>
    <message>
        <source>Pattern of a label</source>
        <translation>Muster eines Etiketts</translation>
    </message>
    <message>
        <source>Labels with a weight or a price</source>
        <translation>Etiketten mit Gewicht oder Preis</translation>
    </message>
    <message>
        <source>No labels with a weight or a price: type the pattern of yours above, or take the usual ones.</source>
        <translation>Keine Etiketten mit Gewicht oder Preis: oben das eigene Muster eingeben oder die üblichen übernehmen.</translation>
    </message>
    <message>
        <source>Such as 21 IIIII WW.WWW, then Enter</source>
        <translation>Zum Beispiel 21 IIIII WW.WWW, dann Enter</translation>
    </message>
    <message>
        <source>A letter stands for a digit after the prefix (02, or 20 to 29): I the number of the item, W a weight, P a price, T a price of which the weight follows, V the digit that proves it. The check digit at the end is left out; together there are 12.</source>
        <translation>Ein Buchstabe steht für eine Ziffer nach dem Präfix (02 oder 20 bis 29): I die Nummer des Artikels, W ein Gewicht, P ein Preis, T ein Preis, aus dem das Gewicht folgt, V die Ziffer, die ihn oder es prüft. Die Prüfziffer am Ende entfällt; zusammen sind es 12.</translation>
    </message>
    <message>
        <source>Remove the chosen label</source>
        <translation>Gewähltes Etikett entfernen</translation>
    </message>
    <message>
        <source>Take the usual ones</source>
        <translation>Übliche übernehmen</translation>
    </message>
    <message>
        <source>Take the usual labels instead of these</source>
        <translation>Die üblichen Etiketten statt dieser übernehmen</translation>
    </message>
</context>
<context>
    <name>kontor::LogisticsSection</name>
    <message>
        <source>Logistics</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>Parcels and labels</source>
        <translation>Pakete und Etiketten</translation>
    </message>
    <message>
        <source>In the sandbox of this machine and in the provider&apos;s test mode no label is paid for and no parcel leaves. Live is trade.</source>
        <translation>In der Sandbox dieses Rechners und im Testmodus des Anbieters wird kein Etikett bezahlt, und kein Paket geht ab. „Echt“ ist der Handel.</translation>
    </message>
    <message>
        <source>From the API page of Shippo; it begins with shippo_.</source>
        <translation>Von der API-Seite von Shippo; er beginnt mit shippo_.</translation>
    </message>
    <message>
        <source>Sender of parcels</source>
        <translation>Absender der Pakete</translation>
    </message>
    <message>
        <source>Street and number of the sender</source>
        <translation>Straße und Hausnummer des Absenders</translation>
    </message>
    <message>
        <source>Postal code of the sender</source>
        <translation>Postleitzahl des Absenders</translation>
    </message>
    <message>
        <source>City of the sender</source>
        <translation>Ort des Absenders</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>As it stands on their labels.</source>
        <translation>Wie er auf ihren Etiketten steht.</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Straße und Hausnummer</translation>
    </message>
    <message>
        <source>Where the carrier brings back what is not delivered.</source>
        <translation>Dorthin bringt der Paketdienst zurück, was nicht zugestellt wird.</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Not in use yet: the sender of parcels is not whole.</source>
        <translation>Noch nicht in Gebrauch: Der Absender der Pakete ist nicht vollständig.</translation>
    </message>
</context>
<context>
    <name>kontor::MailPlansModel</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>your words</source>
        <translation>Ihre Worte</translation>
    </message>
</context>
<context>
    <name>kontor::MailSection</name>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Mails to customers</source>
        <translation>E-Mails an Kunden</translation>
    </message>
    <message>
        <source>Into a folder</source>
        <translation>In einen Ordner</translation>
    </message>
    <message>
        <source>Through a server</source>
        <translation>Über einen Server</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Log-in with</source>
        <translation>Anmeldung mit</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Token (XOAUTH2)</source>
        <translation>Token (XOAUTH2)</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>A folder is for training: nothing leaves the house.</source>
        <translation>Ein Ordner ist zum Üben: Nichts verlässt das Haus.</translation>
    </message>
    <message>
        <source>Your provider names it. With another port than the usual one, add a colon and the port.</source>
        <translation>Ihr Anbieter nennt ihn. Bei einem anderen Port als dem üblichen fügen Sie einen Doppelpunkt und den Port an.</translation>
    </message>
    <message>
        <source>Encrypted, and only with a certificate that this machine trusts. “Open” works with a server on this machine alone.</source>
        <translation>Verschlüsselt, und nur mit einem Zertifikat, dem dieser Rechner vertraut. „Offen“ geht nur mit einem Server auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Empty, if the server wants no log-in.</source>
        <translation>Leer, wenn der Server keine Anmeldung will.</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>Passwort oder Token</translation>
    </message>
    <message>
        <source>It is kept in the keychain and nowhere else.</source>
        <translation>Es steht im Schlüsselbund und nirgends sonst.</translation>
    </message>
    <message>
        <source>The mail address that customers see and answer to.</source>
        <translation>Die Adresse, die Kunden sehen und an die sie antworten.</translation>
    </message>
    <message>
        <source>Such as smtp.example.org</source>
        <translation>Etwa smtp.example.org</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Wie bisher</translation>
    </message>
    <message>
        <source>Such as shop@example.org</source>
        <translation>Etwa laden@example.org</translation>
    </message>
    <message>
        <source>This cannot be a server. Type its name, such as smtp.example.org.</source>
        <translation>Das kann kein Server sein. Geben Sie seinen Namen ein, etwa smtp.example.org.</translation>
    </message>
    <message>
        <source>This is not a mail address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Not in use yet: a server and a sender are needed.</source>
        <translation>Noch nicht in Gebrauch: Es braucht einen Server und einen Absender.</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>Wird versucht …</translation>
    </message>
    <message>
        <source>%1 takes the log-in.</source>
        <translation>%1 nimmt die Anmeldung an.</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 antwortet.</translation>
    </message>
    <message>
        <source>A token, where your provider issues one.</source>
        <translation>Ein Token, wo Ihr Anbieter eines ausstellt.</translation>
    </message>
</context>
<context>
    <name>kontor::MailTexts</name>
    <message>
        <source>Only a server on this machine may be spoken to without encryption. Choose STARTTLS or TLS.</source>
        <translation>Nur mit einem Server auf diesem Rechner darf unverschlüsselt gesprochen werden. Wählen Sie STARTTLS oder TLS.</translation>
    </message>
    <message>
        <source>This does not make a connection. Check what is entered above.</source>
        <translation>Daraus wird keine Verbindung. Prüfen Sie die Eingaben oben.</translation>
    </message>
    <message>
        <source>There is no server of the name %1. Check how it is written, and whether this machine is in the network.</source>
        <translation>Einen Server namens %1 gibt es nicht. Prüfen Sie die Schreibweise, und ob dieser Rechner im Netz ist.</translation>
    </message>
    <message>
        <source>Nothing answers at %1, port %2. Check the port, and whether a firewall is in between.</source>
        <translation>Bei %1, Port %2, antwortet nichts. Prüfen Sie den Port, und ob eine Firewall dazwischen ist.</translation>
    </message>
    <message>
        <source>%1 does not answer in time. Check the port: 587 is usual for STARTTLS, 465 for TLS.</source>
        <translation>%1 antwortet nicht rechtzeitig. Prüfen Sie den Port: 587 ist für STARTTLS üblich, 465 für TLS.</translation>
    </message>
    <message>
        <source>The server offers no STARTTLS here. Choose TLS, or ask your provider. Nothing was sent, the password neither.</source>
        <translation>Der Server bietet hier kein STARTTLS an. Wählen Sie TLS, oder fragen Sie Ihren Anbieter. Nichts wurde gesendet, auch nicht das Passwort.</translation>
    </message>
    <message>
        <source>Nothing was sent, the password neither.</source>
        <translation>Nichts wurde gesendet, auch nicht das Passwort.</translation>
    </message>
    <message>
        <source>The server refuses the log-in: %1</source>
        <translation>Der Server weist die Anmeldung zurück: %1</translation>
    </message>
    <message>
        <source>The server takes nothing: %1</source>
        <translation>Der Server nimmt nichts an: %1</translation>
    </message>
    <message>
        <source>The connection broke off: %1</source>
        <translation>Die Verbindung brach ab: %1</translation>
    </message>
</context>
<context>
    <name>kontor::Mails</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Order confirmed</source>
        <translation>Auftrag bestätigt</translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <translation>Auftrag storniert</translation>
    </message>
    <message>
        <source>Ready to be collected</source>
        <translation>Bereit zur Abholung</translation>
    </message>
    <message>
        <source>Waits for goods</source>
        <translation>Wartet auf Ware</translation>
    </message>
    <message>
        <source>Payment link</source>
        <translation>Zahlungslink</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>Zahlung gescheitert</translation>
    </message>
    <message>
        <source>Money refunded</source>
        <translation>Geld erstattet</translation>
    </message>
    <message>
        <source>Refund to be collected</source>
        <translation>Erstattung abzuholen</translation>
    </message>
    <message>
        <source>Parcel sent</source>
        <translation>Paket versandt</translation>
    </message>
    <message>
        <source>Parcel delivered</source>
        <translation>Paket zugestellt</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
</context>
<context>
    <name>kontor::MailsModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>kontor::MainWindow</name>
    <message>
        <source>Kontor</source>
        <translation>Kontor</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles suchen</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Understood: close the scanner&apos;s message</source>
        <translation>Verstanden: Meldung des Scanners schließen</translation>
    </message>
    <message>
        <source>Print queue</source>
        <translation>Druckwarteschlange</translation>
    </message>
    <message>
        <source>Shelf labels</source>
        <translation>Regaletiketten</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>Kundenanzeige</translation>
    </message>
</context>
<context>
    <name>kontor::Marks</name>
    <message>
        <source>COPY</source>
        <translation>KOPIE</translation>
    </message>
    <message>
        <source>TRAINING – NOT A RECEIPT</source>
        <translation>ÜBUNG – KEIN BELEG</translation>
    </message>
    <message>
        <source>GIFT</source>
        <translation>GESCHENK</translation>
    </message>
</context>
<context>
    <name>kontor::MessageLine</name>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>kontor::OrderDetails</name>
    <message>
        <source>Receipt number</source>
        <translation>Bonnummer</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>About the order</source>
        <translation>Zum Auftrag</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Lines of the order</source>
        <translation>Positionen des Auftrags</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Auftrag stornieren</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Choose an order to see its story.</source>
        <translation>Einen Auftrag wählen, um seinen Verlauf zu sehen.</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Walk-in customer</source>
        <translation>Laufkunde</translation>
    </message>
    <message>
        <source>Till %1</source>
        <translation>Kasse %1</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Storniert: %1</translation>
    </message>
    <message>
        <source>The label is being bought …</source>
        <translation>Der Paketschein wird gekauft …</translation>
    </message>
    <message>
        <source>%1, %2: ready to be handed over</source>
        <translation>%1, %2: bereit zur Übergabe</translation>
    </message>
    <message>
        <source>%1, %2: on its way</source>
        <translation>%1, %2: unterwegs</translation>
    </message>
    <message>
        <source>%1, %2: delivered</source>
        <translation>%1, %2: zugestellt</translation>
    </message>
    <message>
        <source>The carrier refuses the parcel: %1</source>
        <translation>Der Paketdienst lehnt das Paket ab: %1</translation>
    </message>
    <message>
        <source>The parcel will not be sent.</source>
        <translation>Das Paket wird nicht versandt.</translation>
    </message>
    <message>
        <source>The parcel is being kept back …</source>
        <translation>Das Paket wird zurückgehalten …</translation>
    </message>
    <message>
        <source>The parcel was kept here.</source>
        <translation>Das Paket wurde zurückgehalten.</translation>
    </message>
    <message>
        <source>Hand over to the customer</source>
        <translation>An Kunden übergeben</translation>
    </message>
    <message>
        <source>Hand over to the carrier</source>
        <translation>An Paketdienst übergeben</translation>
    </message>
    <message>
        <source>Return or exchange</source>
        <translation>Rückgabe oder Umtausch</translation>
    </message>
    <message>
        <source>goods without receipt</source>
        <translation>Ware ohne Bon</translation>
    </message>
    <message>
        <source>Orders of this customer</source>
        <translation>Aufträge dieses Kunden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the receipt number</source>
        <translation>Bonnummer kopieren</translation>
    </message>
    <message>
        <source>What the order waits for</source>
        <translation>Worauf der Auftrag wartet</translation>
    </message>
    <message>
        <source>Story or messages</source>
        <translation>Verlauf oder Nachrichten</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>%1 is copied.</source>
        <translation>%1 ist kopiert.</translation>
    </message>
    <message>
        <source>The parcel stays here, its label is given back, and the order is cancelled: its goods go back to the shelf, and what was paid goes back in the way it came.</source>
        <translation>Das Paket bleibt hier, das Versandetikett wird zurückgegeben und der Auftrag storniert: Die Ware geht ins Regal zurück, und was bezahlt war, geht auf demselben Weg zurück.</translation>
    </message>
    <message>
        <source>The order is cancelled: its goods go back to the shelf, and what was paid goes back in the way it came.</source>
        <translation>Der Auftrag wird storniert: Die Ware geht ins Regal zurück, und was bezahlt war, geht auf demselben Weg zurück.</translation>
    </message>
    <message>
        <source>wished for %1</source>
        <translation>gewünscht für %1</translation>
    </message>
    <message>
        <source>%1, %2: on its way back</source>
        <translation>%1, %2: auf dem Rückweg</translation>
    </message>
    <message>
        <source>%1, %2: not delivered</source>
        <translation>%1, %2: nicht zugestellt</translation>
    </message>
</context>
<context>
    <name>kontor::OrderFilterBar</name>
    <message>
        <source>Which orders</source>
        <translation>Welche Aufträge</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>Any fulfilment</source>
        <translation>Jede Übergabe</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Ein Monat</translation>
    </message>
    <message>
        <source>From … to</source>
        <translation>Von … bis</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>All tills</source>
        <translation>Alle Kassen</translation>
    </message>
    <message>
        <source>Sorting</source>
        <translation>Sortierung</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Highest total first</source>
        <translation>Höchste Summe zuerst</translation>
    </message>
    <message>
        <source>Lowest total first</source>
        <translation>Niedrigste Summe zuerst</translation>
    </message>
    <message>
        <source>From this day on</source>
        <translation>Ab diesem Tag</translation>
    </message>
    <message>
        <source>Until this day</source>
        <translation>Bis zu diesem Tag</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
</context>
<context>
    <name>kontor::OrderMails</name>
    <message>
        <source>Messages about the order</source>
        <translation>Nachrichten zum Auftrag</translation>
    </message>
    <message>
        <source>About the message</source>
        <translation>Zur Nachricht</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>Send the message again</source>
        <translation>Nachricht noch einmal senden</translation>
    </message>
    <message>
        <source>No message was sent about this order: the customer is not known, or took the goods along.</source>
        <translation>Zu diesem Auftrag wurde keine Nachricht gesendet: Der Kunde ist nicht bekannt oder hat die Ware mitgenommen.</translation>
    </message>
    <message>
        <source>It is on its way.</source>
        <translation>Sie ist unterwegs.</translation>
    </message>
    <message>
        <source>It was sent. Sent again, it is the same message.</source>
        <translation>Sie wurde gesendet. Noch einmal gesendet, ist es dieselbe Nachricht.</translation>
    </message>
    <message>
        <source>It was refused: %1</source>
        <translation>Sie wurde abgelehnt: %1</translation>
    </message>
    <message>
        <source>The customer had no mail address.</source>
        <translation>Der Kunde hatte keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Not accepted so far: %1. It is tried again at %2.</source>
        <translation>Bisher nicht angenommen: %1. Um %2 wird es wieder versucht.</translation>
    </message>
</context>
<context>
    <name>kontor::OrderTrack</name>
    <message>
        <source>Parcel ready</source>
        <translation>Paket bereit</translation>
    </message>
    <message>
        <source>%1: reached</source>
        <translation>%1: erreicht</translation>
    </message>
    <message>
        <source>%1: still to come</source>
        <translation>%1: steht noch aus</translation>
    </message>
</context>
<context>
    <name>kontor::OrdersModel</name>
    <message>
        <source>Receipt</source>
        <translation>Bon</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Erfasst</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>kontor::OrdersPage</name>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Find an order</source>
        <translation>Auftrag suchen</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>No orders yet: what is sold on the Sell page comes here.</source>
        <translation>Noch keine Aufträge: Was auf der Seite „Verkauf“ verkauft wird, erscheint hier.</translation>
    </message>
    <message>
        <source>What needs you</source>
        <translation>Was zu klären ist</translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation>Es ist nichts zu klären.</translation>
    </message>
    <message>
        <source>Receipt number, customer’s name or mail address …</source>
        <translation>Bonnummer, Name oder E-Mail-Adresse des Kunden …</translation>
    </message>
    <message>
        <source>Copy the receipt number</source>
        <translation>Bonnummer kopieren</translation>
    </message>
    <message>
        <source>Only %1  ✕</source>
        <translation>Nur %1  ✕</translation>
    </message>
    <message>
        <source>Show the orders of all customers again</source>
        <translation>Wieder die Aufträge aller Kunden zeigen</translation>
    </message>
    <message>
        <source>No order is as you look for it. Change the filters, or clear the search with Escape.</source>
        <translation>Kein Auftrag passt dazu. Ändern Sie die Filter, oder leeren Sie die Suche mit Esc.</translation>
    </message>
    <message>
        <source>Of customers of this name only the first %1 are looked at. Type more of the name to find the orders of the others.</source>
        <translation>Von den Kunden dieses Namens werden nur die ersten %1 betrachtet. Mit mehr vom Namen finden sich die Aufträge der anderen.</translation>
    </message>
</context>
<context>
    <name>kontor::Palette</name>
    <message>
        <source>What to do or find</source>
        <translation>Was zu tun oder zu finden ist</translation>
    </message>
    <message>
        <source>What can be done, and what was found</source>
        <translation>Befehle und Treffer</translation>
    </message>
    <message>
        <source>A command, product, customer or receipt …</source>
        <translation>Befehl, Artikel, Kunde oder Bon …</translation>
    </message>
    <message>
        <source>Nothing has a word that begins so.</source>
        <translation>Nichts enthält ein Wort, das so beginnt.</translation>
    </message>
</context>
<context>
    <name>kontor::PaletteModel</name>
    <message>
        <source>Sell</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
</context>
<context>
    <name>kontor::PaperDesk</name>
    <message>
        <source>Number %1</source>
        <translation>Nummer %1</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Ihre Nummer</translation>
    </message>
    <message>
        <source>Please pay at the till.</source>
        <translation>Bitte zahlen Sie an der Kasse.</translation>
    </message>
    <message>
        <source>Further lines: %1</source>
        <translation>Weitere Positionen: %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>Versandetikett %1</translation>
    </message>
</context>
<context>
    <name>kontor::PaperNotices</name>
    <message>
        <source>The receipt is on its way to the printer.</source>
        <translation>Der Bon ist unterwegs zum Drucker.</translation>
    </message>
    <message>
        <source>The gift receipt is on its way to the printer.</source>
        <translation>Der Geschenkbon ist unterwegs zum Drucker.</translation>
    </message>
    <message>
        <source>The report is on its way to the printer.</source>
        <translation>Der Bericht ist unterwegs zum Drucker.</translation>
    </message>
    <message>
        <source>The labels are on their way to the printer.</source>
        <translation>Die Etiketten sind unterwegs zum Drucker.</translation>
    </message>
    <message>
        <source>The paper is on its way to the printer.</source>
        <translation>Das Papier ist unterwegs zum Drucker.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
</context>
<context>
    <name>kontor::PaperRow</name>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <translation>Bon drucken</translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation>Geschenkbon</translation>
    </message>
    <message>
        <source>Print a receipt without prices</source>
        <translation>Einen Bon ohne Preise drucken</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Save an invoice as a PDF and open it</source>
        <translation>Eine Rechnung als PDF speichern und öffnen</translation>
    </message>
    <message>
        <source>Packing slip</source>
        <translation>Packzettel</translation>
    </message>
    <message>
        <source>Save a packing slip as a PDF and open it</source>
        <translation>Einen Packzettel als PDF speichern und öffnen</translation>
    </message>
    <message>
        <source>Save the parcel&apos;s label and open it</source>
        <translation>Das Versandetikett speichern und öffnen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etikett</translation>
    </message>
</context>
<context>
    <name>kontor::PaperSection</name>
    <message>
        <source>Printer and paper</source>
        <translation>Drucker und Papier</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Where the printer is</source>
        <translation>Wo der Drucker ist</translation>
    </message>
    <message>
        <source>Width of the paper</source>
        <translation>Breite des Papiers</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 mm</translation>
    </message>
    <message>
        <source>80 mm, large</source>
        <translation>80 mm, groß</translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation>58 mm</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Bons</translation>
    </message>
    <message>
        <source>After each sale</source>
        <translation>Nach jedem Verkauf</translation>
    </message>
    <message>
        <source>When asked for</source>
        <translation>Auf Wunsch</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>Probedruck</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>Kassenlade öffnen</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>Kein Drucker</translation>
    </message>
    <message>
        <source>In the network</source>
        <translation>Im Netzwerk</translation>
    </message>
    <message>
        <source>At a device file</source>
        <translation>An einer Gerätedatei</translation>
    </message>
    <message>
        <source>A print queue of this machine</source>
        <translation>Eine Druckwarteschlange dieses Rechners</translation>
    </message>
    <message>
        <source>A folder, for a PDF each</source>
        <translation>Ein Ordner, je Bon ein PDF</translation>
    </message>
    <message>
        <source>A receipt printer (ESC/POS), or a folder to begin with.</source>
        <translation>Ein Bondrucker (ESC/POS) oder für den Anfang ein Ordner.</translation>
    </message>
    <message>
        <source>The width of the roll; “large” is for printers with 42 letters in a line.</source>
        <translation>Die Breite der Rolle; „groß“ ist für Drucker mit 42 Zeichen in einer Zeile.</translation>
    </message>
    <message>
        <source>The last receipt can be printed at any time.</source>
        <translation>Der letzte Bon lässt sich jederzeit drucken.</translation>
    </message>
    <message>
        <source>Such as 192.168.1.50</source>
        <translation>Etwa 192.168.1.50</translation>
    </message>
    <message>
        <source>Such as /dev/usb/lp0</source>
        <translation>Etwa /dev/usb/lp0</translation>
    </message>
    <message>
        <source>The name of the queue</source>
        <translation>Der Name der Warteschlange</translation>
    </message>
    <message>
        <source>Type the printer&apos;s name or number in the network, such as 192.168.1.50; if it has another port than 9100, with a colon and the port behind.</source>
        <translation>Bitte Namen oder Nummer des Druckers im Netzwerk eintippen, etwa 192.168.1.50; bei einem anderen Port als 9100 dahinter einen Doppelpunkt und den Port.</translation>
    </message>
    <message>
        <source>Type the whole path of the device file, beginning with “/”.</source>
        <translation>Bitte den ganzen Pfad der Gerätedatei eintippen, beginnend mit „/“.</translation>
    </message>
    <message>
        <source>Type the name of the queue, without spaces; lpstat -p lists them.</source>
        <translation>Bitte den Namen der Warteschlange ohne Leerzeichen eintippen; lpstat -p zählt sie auf.</translation>
    </message>
    <message>
        <source>Type the whole path of the folder, beginning with “/”.</source>
        <translation>Bitte den ganzen Pfad des Ordners eintippen, beginnend mit „/“.</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>Wird versucht …</translation>
    </message>
    <message>
        <source>The printer was told to open the drawer. If it stays shut, look at the cable from the drawer to the printer.</source>
        <translation>Der Drucker hat den Befehl, die Kassenlade zu öffnen. Bleibt sie zu, bitte das Kabel von der Lade zum Drucker prüfen.</translation>
    </message>
    <message>
        <source>The test page lies in the folder.</source>
        <translation>Die Probeseite liegt im Ordner.</translation>
    </message>
    <message>
        <source>The printer took the test page. If nothing comes out, look at its paper and its cover.</source>
        <translation>Der Drucker hat die Probeseite angenommen. Kommt nichts heraus, bitte Papier und Deckel prüfen.</translation>
    </message>
    <message>
        <source>The path of the folder</source>
        <translation>Der Pfad des Ordners</translation>
    </message>
    <message>
        <source>Language of papers</source>
        <translation>Sprache der Belege</translation>
    </message>
    <message>
        <source>The country’s</source>
        <translation>Die des Landes</translation>
    </message>
    <message>
        <source>Of receipts, invoices, packing slips and shelf labels; dates and amounts are written as in the shop’s country.</source>
        <translation>Von Bons, Rechnungen, Lieferscheinen und Regaletiketten; Datum und Beträge werden wie im Land des Geschäfts geschrieben.</translation>
    </message>
</context>
<context>
    <name>kontor::ParcelCorrection</name>
    <message>
        <source>Try again with this</source>
        <translation>Damit noch einmal versuchen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the order</source>
        <translation>Zurück zum Auftrag</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Straße, Hausnummer</translation>
    </message>
    <message>
        <source>Addition to the address</source>
        <translation>Adresszusatz</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>PLZ</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Country, two letters</source>
        <translation>Land, zwei Buchstaben</translation>
    </message>
    <message>
        <source>Correct the parcel</source>
        <translation>Paket berichtigen</translation>
    </message>
    <message>
        <source>Weight in g</source>
        <translation>Gewicht in g</translation>
    </message>
    <message>
        <source>Length in mm</source>
        <translation>Länge in mm</translation>
    </message>
    <message>
        <source>Width in mm</source>
        <translation>Breite in mm</translation>
    </message>
    <message>
        <source>Height in mm</source>
        <translation>Höhe in mm</translation>
    </message>
</context>
<context>
    <name>kontor::PayPage</name>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Gegeben</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the cart</source>
        <translation>Zurück zum Warenkorb</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Take cash</source>
        <translation>Barzahlung</translation>
    </message>
    <message>
        <source>Pay by card</source>
        <translation>Kartenzahlung</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Saved card</source>
        <translation>Hinterlegte Karte</translation>
    </message>
    <message>
        <source>Save the card that is on the reader</source>
        <translation>Karte am Lesegerät hinterlegen</translation>
    </message>
    <message>
        <source>Mail a payment link</source>
        <translation>Zahlungslink mailen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Walk-in customer</source>
        <translation>Laufkunde</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The card was declined. Try another card, or take cash.</source>
        <translation>Die Karte wurde abgelehnt. Eine andere Karte versuchen oder bar kassieren.</translation>
    </message>
    <message>
        <source>Just a moment …</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>The money is taken when the order is accepted.</source>
        <translation>Das Geld wird eingezogen, sobald der Auftrag angenommen ist.</translation>
    </message>
    <message>
        <source>Choose a customer first (Back, then F3): who pays later must be known.</source>
        <translation>Zuerst einen Kunden wählen (Zurück, dann F3): Wer später zahlt, muss bekannt sein.</translation>
    </message>
    <message>
        <source>Saved card •• %1</source>
        <translation>Hinterlegte Karte •• %1</translation>
    </message>
    <message>
        <source>There is nothing to pay.</source>
        <translation>Es ist nichts zu zahlen.</translation>
    </message>
    <message>
        <source>Type what the customer gave, or tap a sum.</source>
        <translation>Gegebenen Betrag eintippen oder antippen.</translation>
    </message>
    <message>
        <source>This is not an amount.</source>
        <translation>Das ist kein Betrag.</translation>
    </message>
    <message>
        <source>Type what was handed over, or tap a sum. Less than the whole is a part: the rest can be paid in another way.</source>
        <translation>Eintippen, was gegeben wurde, oder einen Betrag antippen. Weniger als das Ganze ist ein Teil: Der Rest kann anders gezahlt werden.</translation>
    </message>
    <message>
        <source>Nothing was given back.</source>
        <translation>Es wurde nichts zurückgegeben.</translation>
    </message>
    <message>
        <source>Give %1 back to the customer.</source>
        <translation>Dem Kunden %1 zurückgeben.</translation>
    </message>
    <message>
        <source>The card was let go. Whatever it holds is released.</source>
        <translation>Die Karte wurde losgelassen. Was sie hält, wird freigegeben.</translation>
    </message>
    <message>
        <source>There are no coins for this amount. The smallest is %1.</source>
        <translation>Für diesen Betrag gibt es keine Münzen. Die kleinste ist %1.</translation>
    </message>
    <message>
        <source>A card pays no more than what is left. Only cash gives change.</source>
        <translation>Eine Karte zahlt nicht mehr, als offen ist. Rückgeld gibt es nur auf Bargeld.</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstatten</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>Zu erstatten</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>All is taken. Finish the sale, or go back to give it back.</source>
        <translation>Alles ist bezahlt. Den Verkauf abschließen, oder zurück, um es zurückzugeben.</translation>
    </message>
    <message>
        <source>Card %1</source>
        <translation>Karte %1</translation>
    </message>
    <message>
        <source>%1 would have to be given back. Were %2 handed over?</source>
        <translation>%1 wären zurückzugeben. Wurden wirklich %2 gegeben?</translation>
    </message>
    <message>
        <source>Yes, take %1</source>
        <translation>Ja, %1 annehmen</translation>
    </message>
</context>
<context>
    <name>kontor::PaymentSection</name>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Cards and payment links</source>
        <translation>Karten und Zahlungslinks</translation>
    </message>
    <message>
        <source>In the sandbox of this machine and in the provider&apos;s test mode no money moves. Live is trade.</source>
        <translation>In der Sandbox dieses Rechners und im Testmodus des Anbieters fließt kein Geld. „Echt“ ist der Handel.</translation>
    </message>
    <message>
        <source>From the developers&apos; pages of Stripe; it begins with sk_ or rk_.</source>
        <translation>Von den Entwicklerseiten von Stripe; er beginnt mit sk_ oder rk_.</translation>
    </message>
    <message>
        <source>Page after paying</source>
        <translation>Seite nach dem Zahlen</translation>
    </message>
    <message>
        <source>Where a customer&apos;s browser goes when a payment link was paid.</source>
        <translation>Dorthin geht der Browser der Kundschaft, wenn ein Zahlungslink bezahlt ist.</translation>
    </message>
    <message>
        <source>This is no page. Type its address, such as https://shop.example/thanks.</source>
        <translation>Das ist keine Seite. Geben Sie ihre Adresse ein, etwa https://shop.example/danke.</translation>
    </message>
    <message>
        <source>Books and payment system</source>
        <translation>Bücher und Zahlungssystem</translation>
    </message>
    <message>
        <source>Compared by themselves once a day: money that only one of them knows is told.</source>
        <translation>Einmal am Tag von selbst abgeglichen: Geld, von dem nur eines von beiden weiß, wird gemeldet.</translation>
    </message>
</context>
<context>
    <name>kontor::PinPad</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>For our staff: the PIN</source>
        <translation>Für unser Personal: die PIN</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open the till</source>
        <translation>Die Kasse öffnen</translation>
    </message>
    <message>
        <source>Close Kontor</source>
        <translation>Kontor schließen</translation>
    </message>
    <message>
        <source>Go on with self-service</source>
        <translation>Weiter mit der Selbstbedienung</translation>
    </message>
    <message>
        <source>This is not the PIN. The next one is looked at in %1 s.</source>
        <translation>Das ist nicht die PIN. Die nächste wird in %1 s geprüft.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to self-service</source>
        <translation>Zurück zur Selbstbedienung</translation>
    </message>
</context>
<context>
    <name>kontor::PriceCheckPanel</name>
    <message>
        <source>Code, number or name</source>
        <translation>Code, Nummer oder Name</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Category and numbers</source>
        <translation>Warengruppe und Nummern</translation>
    </message>
    <message>
        <source>Scan something, or type its number or name. Nothing is sold until you go back.</source>
        <translation>Etwas scannen oder Nummer oder Namen eingeben. Bis zum Zurückgehen wird nichts verkauft.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to selling</source>
        <translation>Zurück zum Verkauf</translation>
    </message>
    <message>
        <source>Scan, or type …</source>
        <translation>Scannen oder eingeben …</translation>
    </message>
    <message>
        <source>Price check</source>
        <translation>Preisauskunft</translation>
    </message>
    <message>
        <source>Labels with a weight or a price …</source>
        <translation>Etiketten mit Gewicht oder Preis …</translation>
    </message>
    <message>
        <source>Labels with a weight or a price</source>
        <translation>Etiketten mit Gewicht oder Preis</translation>
    </message>
    <message>
        <source>%1 at %2 each</source>
        <translation>%1 zu je %2</translation>
    </message>
    <message>
        <source>It is not known how much there is.</source>
        <translation>Unbekannt, wie viel da ist.</translation>
    </message>
    <message>
        <source>None available</source>
        <translation>Nichts verfügbar</translation>
    </message>
    <message>
        <source>Available: %1</source>
        <translation>Verfügbar: %1</translation>
    </message>
    <message>
        <source>No product for “%1”.</source>
        <translation>Kein Artikel für „%1“.</translation>
    </message>
</context>
<context>
    <name>kontor::PrintQueue</name>
    <message>
        <source>Papers that wait for the printer</source>
        <translation>Papiere, die auf den Drucker warten</translation>
    </message>
    <message>
        <source>How the printer is</source>
        <translation>Zustand des Druckers</translation>
    </message>
    <message>
        <source>Why the paper waits</source>
        <translation>Warum das Papier wartet</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Print this paper now</source>
        <translation>Dieses Papier jetzt drucken</translation>
    </message>
    <message>
        <source>PDF instead</source>
        <translation>Stattdessen als PDF</translation>
    </message>
    <message>
        <source>Save this paper as a PDF and open it</source>
        <translation>Dieses Papier als PDF speichern und öffnen</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Nicht mehr drucken</translation>
    </message>
    <message>
        <source>Do not print this paper</source>
        <translation>Dieses Papier nicht drucken</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the print queue</source>
        <translation>Die Druckwarteschlange schließen</translation>
    </message>
    <message>
        <source>Nothing waits for the printer.</source>
        <translation>Nichts wartet auf den Drucker.</translation>
    </message>
    <message>
        <source>Print queue</source>
        <translation>Druckwarteschlange</translation>
    </message>
    <message>
        <source>The printer is ready.</source>
        <translation>Der Drucker ist bereit.</translation>
    </message>
    <message>
        <source>No printer is set up at this till: papers become PDFs.</source>
        <translation>An dieser Kasse ist kein Drucker eingerichtet: Papiere werden zu PDFs.</translation>
    </message>
    <message>
        <source>A part may be on paper; what comes now is marked as a copy.</source>
        <translation>Ein Teil kann schon auf Papier sein; was jetzt kommt, ist als Kopie gekennzeichnet.</translation>
    </message>
    <message>
        <source>Of what was given up the newest %1 are listed.</source>
        <translation>Vom Aufgegebenen sind die neuesten %1 aufgeführt.</translation>
    </message>
</context>
<context>
    <name>kontor::PrintQueueModel</name>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>kontor::PrintTexts</name>
    <message>
        <source>Receipt %1</source>
        <translation>Bon %1</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>Kassenlade</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Wird gedruckt</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Gedruckt</translation>
    </message>
    <message>
        <source>Too late</source>
        <translation>Zu spät</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
</context>
<context>
    <name>kontor::ProductResultsModel</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
</context>
<context>
    <name>kontor::ProductTiles</name>
    <message>
        <source>Products found</source>
        <translation>Gefundene Artikel</translation>
    </message>
</context>
<context>
    <name>kontor::ReceiptBuilder</name>
    <message>
        <source>Gift receipt %1</source>
        <translation>Geschenkbon %1</translation>
    </message>
    <message>
        <source>Invoice %1</source>
        <translation>Rechnung %1</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Quantity and price</source>
        <translation>Menge und Preis</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Paid, with thanks</source>
        <translation>Dankend erhalten</translation>
    </message>
    <message>
        <source>Still to pay %1</source>
        <translation>Noch zu zahlen %1</translation>
    </message>
    <message>
        <source>Packing slip %1</source>
        <translation>Packzettel %1</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Discount: %1</source>
        <translation>Rabatt: %1</translation>
    </message>
    <message>
        <source>Tax number %1</source>
        <translation>Steuernummer %1</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>Bon %1</translation>
    </message>
    <message>
        <source>Served by %1</source>
        <translation>Es bediente Sie %1</translation>
    </message>
    <message>
        <source>Return without receipt</source>
        <translation>Rückgabe ohne Bon</translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>Summe %1</translation>
    </message>
    <message>
        <source>Cash rounding</source>
        <translation>Barrundung</translation>
    </message>
    <message>
        <source>To pay %1</source>
        <translation>Zu zahlen %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Saved card</source>
        <translation>Hinterlegte Karte</translation>
    </message>
    <message>
        <source>Paid elsewhere</source>
        <translation>Anderswo bezahlt</translation>
    </message>
    <message>
        <source>To be collected on %1</source>
        <translation>Abholung am %1</translation>
    </message>
    <message>
        <source>To be delivered on %1</source>
        <translation>Lieferung am %1</translation>
    </message>
    <message>
        <source>To be paid by link</source>
        <translation>Per Link zu zahlen</translation>
    </message>
    <message>
        <source>Payment link</source>
        <translation>Zahlungslink</translation>
    </message>
</context>
<context>
    <name>kontor::ReceiptPanel</name>
    <message>
        <source>The last receipt</source>
        <translation>Der letzte Bon</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>Erneut drucken</translation>
    </message>
    <message>
        <source>Print the last receipt again</source>
        <translation>Letzten Bon erneut drucken</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the cart</source>
        <translation>Zurück zum Warenkorb</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Last receipt</source>
        <translation>Letzter Bon</translation>
    </message>
    <message>
        <source>The copy is on its way to the printer.</source>
        <translation>Die Kopie ist unterwegs zum Drucker.</translation>
    </message>
</context>
<context>
    <name>kontor::RefundWay</name>
    <message>
        <source>How it is given back</source>
        <translation>Wie erstattet wird</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Erstatten</translation>
    </message>
    <message>
        <source>Give the money back</source>
        <translation>Das Geld zurückgeben</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Each tender that paid gets its share back; what no card had paid is handed out of the drawer.</source>
        <translation>Jede Zahlung bekommt ihren Anteil zurück; was keine Karte bezahlt hat, kommt aus der Lade.</translation>
    </message>
    <message>
        <source>Looking up how it was paid …</source>
        <translation>Es wird nachgesehen, wie gezahlt wurde …</translation>
    </message>
    <message>
        <source>%1 in cash</source>
        <translation>%1 bar</translation>
    </message>
    <message>
        <source>%1 to the card</source>
        <translation>%1 auf die Karte</translation>
    </message>
    <message>
        <source>%1 to the card and %2 in cash</source>
        <translation>%1 auf die Karte und %2 bar</translation>
    </message>
</context>
<context>
    <name>kontor::ReturnLinesModel</name>
    <message>
        <source>%1 each</source>
        <translation>je %1</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>Kommt zurück</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Returnable</source>
        <translation>Rückgabefähig</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>%1 sold</source>
        <translation>%1 verkauft</translation>
    </message>
    <message>
        <source>%1 back already</source>
        <translation>%1 schon zurück</translation>
    </message>
</context>
<context>
    <name>kontor::ReturnPage</name>
    <message>
        <source>Receipt number</source>
        <translation>Bonnummer</translation>
    </message>
    <message>
        <source>About the receipt</source>
        <translation>Zum Bon</translation>
    </message>
    <message>
        <source>Lines of the receipt</source>
        <translation>Positionen des Bons</translation>
    </message>
    <message>
        <source>Reason in other words</source>
        <translation>Grund in anderen Worten</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All of it comes back</source>
        <translation>Alles kommt zurück</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take the goods back</source>
        <translation>Die Ware zurücknehmen</translation>
    </message>
    <message>
        <source>There is no receipt %1. Check the number, or take the goods back without receipt.</source>
        <translation>Es gibt keinen Bon %1. Die Nummer prüfen oder die Ware ohne Bon zurücknehmen.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to selling</source>
        <translation>Zurück zum Verkauf</translation>
    </message>
    <message>
        <source>Return or exchange</source>
        <translation>Rückgabe oder Umtausch</translation>
    </message>
    <message>
        <source>Number of the receipt, or scan it</source>
        <translation>Bonnummer, oder den Bon scannen</translation>
    </message>
    <message>
        <source>Without receipt</source>
        <translation>Ohne Bon</translation>
    </message>
    <message>
        <source>Take goods back without receipt</source>
        <translation>Ware ohne Bon zurücknehmen</translation>
    </message>
    <message>
        <source>F8</source>
        <translation>F8</translation>
    </message>
    <message>
        <source>The lines of the receipt appear here. Then type how many of each come back.</source>
        <translation>Hier erscheinen die Positionen des Bons. Dann eintippen, wie viele davon zurückkommen.</translation>
    </message>
    <message>
        <source>Not wanted</source>
        <translation>Gefällt nicht</translation>
    </message>
    <message>
        <source>Faulty</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>Wrong item</source>
        <translation>Verwechselt</translation>
    </message>
    <message>
        <source>Back to the shelf</source>
        <translation>Ins Regal</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>Abschreiben</translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation>Strg+A</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Type the number that stands on the receipt, or scan it.</source>
        <translation>Die Nummer eintippen, die auf dem Bon steht, oder ihn scannen.</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <translation>%1 · %2 · %3 · %4</translation>
    </message>
    <message>
        <source>Nothing was sold by this receipt that could come back.</source>
        <translation>Mit diesem Bon wurde nichts verkauft, das zurückkommen kann.</translation>
    </message>
    <message>
        <source>Type how many come back, on each line.</source>
        <translation>Auf jeder Position eintippen, wie viele zurückkommen.</translation>
    </message>
    <message>
        <source>%1: all that was sold is back already.</source>
        <translation>%1: Alles, was verkauft wurde, ist schon zurück.</translation>
    </message>
    <message>
        <source>%1: no more than %2 can come back; %3 were sold.</source>
        <translation>%1: Mehr als %2 können nicht zurückkommen; verkauft wurden %3.</translation>
    </message>
</context>
<context>
    <name>kontor::ScanAlert</name>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>What was scanned and came to nothing</source>
        <translation>Was gescannt wurde und nichts ergab</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Understood: close this message</source>
        <translation>Verstanden: diese Meldung schließen</translation>
    </message>
    <message>
        <source>Not sold: scan again what is in this list (%L1 in all)</source>
        <translation>Nicht verkauft: alles in dieser Liste erneut scannen (insgesamt %L1)</translation>
    </message>
    <message>
        <source>Not sold: scan again what is in this list</source>
        <translation>Nicht verkauft: alles in dieser Liste erneut scannen</translation>
    </message>
    <message>
        <source>Look at these goods before they are sold</source>
        <translation>Diese Ware vor dem Verkauf ansehen</translation>
    </message>
</context>
<context>
    <name>kontor::ScanDesk</name>
    <message>
        <source>Lot %1</source>
        <translation>Charge %1</translation>
    </message>
    <message>
        <source>Serial number %1</source>
        <translation>Seriennummer %1</translation>
    </message>
    <message>
        <source>Use by %1</source>
        <translation>Zu verbrauchen bis %1</translation>
    </message>
</context>
<context>
    <name>kontor::SearchPanel</name>
    <message>
        <source>Search or scan</source>
        <translation>Suchen oder scannen</translation>
    </message>
    <message>
        <source>Products found</source>
        <translation>Gefundene Artikel</translation>
    </message>
    <message>
        <source>Search or scan …</source>
        <translation>Suchen oder scannen …</translation>
    </message>
    <message>
        <source>No products yet: import a table of products, or add one.</source>
        <translation>Noch keine Artikel: eine Artikeltabelle importieren oder einen Artikel anlegen.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”. Try fewer letters, or another word.</source>
        <translation>Nichts gefunden für „%1“. Weniger Buchstaben oder ein anderes Wort versuchen.</translation>
    </message>
    <message>
        <source>No product for “%1”. Search for it by name.</source>
        <translation>Kein Artikel für „%1“. Bitte nach dem Namen suchen.</translation>
    </message>
    <message>
        <source>Return without receipt: choose what comes back. Esc leaves it.</source>
        <translation>Rückgabe ohne Bon: auswählen, was zurückkommt. Esc bricht ab.</translation>
    </message>
</context>
<context>
    <name>kontor::SelfServiceSection</name>
    <message>
        <source>Self-service</source>
        <translation>Selbstbedienung</translation>
    </message>
    <message>
        <source>New PIN of self-service</source>
        <translation>Neue PIN der Selbstbedienung</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>4 to 12 digits. It leads staff out of the window that “kontor --kiosk” opens for customers.</source>
        <translation>4 bis 12 Ziffern. Sie führt das Personal aus dem Fenster, das „kontor --kiosk“ für Kunden öffnet.</translation>
    </message>
    <message>
        <source>A PIN has 4 to 12 digits and nothing else.</source>
        <translation>Eine PIN hat 4 bis 12 Ziffern und sonst nichts.</translation>
    </message>
    <message>
        <source>Type a new one to change it</source>
        <translation>Zum Ändern eine neue eingeben</translation>
    </message>
    <message>
        <source>None is set yet</source>
        <translation>Noch keine gesetzt</translation>
    </message>
</context>
<context>
    <name>kontor::SellPage</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Warengruppen</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Put the cart on hold</source>
        <translation>Warenkorb parken</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Another price</source>
        <translation>Anderer Preis</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Not in the catalog</source>
        <translation>Nicht im Sortiment</translation>
    </message>
    <message>
        <source>Carts on hold</source>
        <translation>Geparkte Körbe</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Counter, pickup or delivery</source>
        <translation>Theke, Abholung oder Lieferung</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>List or tiles</source>
        <translation>Liste oder Kacheln</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Entfernt: %1</translation>
    </message>
    <message>
        <source>On hold: %1</source>
        <translation>Geparkt: %1</translation>
    </message>
    <message>
        <source>Take it up again</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Return or exchange</source>
        <translation>Rückgabe oder Umtausch</translation>
    </message>
    <message>
        <source>Pay by card</source>
        <translation>Kartenzahlung</translation>
    </message>
    <message>
        <source>Last receipt</source>
        <translation>Letzter Bon</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>Kassenlade öffnen</translation>
    </message>
    <message>
        <source>Price check</source>
        <translation>Preisauskunft</translation>
    </message>
    <message>
        <source>The use-by date has passed: %1. Do not sell it.</source>
        <translation>Das Verbrauchsdatum ist überschritten: %1. Nicht verkaufen.</translation>
    </message>
    <message>
        <source>It was best before %1. Tell the customer.</source>
        <translation>Mindestens haltbar bis %1, das ist vorbei. Den Kunden darauf hinweisen.</translation>
    </message>
    <message>
        <source>Without a sale</source>
        <translation>Ohne Verkauf</translation>
    </message>
    <message>
        <source>Day of the delivery or the pickup</source>
        <translation>Tag der Lieferung oder der Abholung</translation>
    </message>
    <message>
        <source>Another delivery charge</source>
        <translation>Andere Liefergebühr</translation>
    </message>
    <message>
        <source>Wait for goods, or not</source>
        <translation>Auf Ware warten oder nicht</translation>
    </message>
    <message>
        <source>The customer is old enough</source>
        <translation>Kundin oder Kunde ist alt genug</translation>
    </message>
    <message>
        <source>Table of delivery charges</source>
        <translation>Tabelle der Liefergebühren</translation>
    </message>
    <message>
        <source>It is on hold until this is paid.</source>
        <translation>Er ist geparkt, bis dieser hier bezahlt ist.</translation>
    </message>
    <message>
        <source>Take it up</source>
        <translation>Aufnehmen</translation>
    </message>
</context>
<context>
    <name>kontor::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Geschäft</translation>
    </message>
    <message>
        <source>Printer and paper</source>
        <translation>Drucker und Papier</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Self-service</source>
        <translation>Selbstbedienung</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Logistics</source>
        <translation>Versand</translation>
    </message>
</context>
<context>
    <name>kontor::SettingsSection</name>
    <message>
        <source>Whether it is saved</source>
        <translation>Ob es gesichert ist</translation>
    </message>
    <message>
        <source>Saved; it holds at once.</source>
        <translation>Gesichert; gilt sofort.</translation>
    </message>
    <message>
        <source>This cannot be saved. Check who may write in the shop&apos;s folder, and whether the disk is full. It stays here until then.</source>
        <translation>Das lässt sich nicht sichern. Bitte prüfen, wer im Ordner des Geschäfts schreiben darf und ob der Datenträger voll ist. Bis dahin bleibt es hier stehen.</translation>
    </message>
</context>
<context>
    <name>kontor::ShelfLabels</name>
    <message>
        <source>For which products</source>
        <translation>Für welche Artikel</translation>
    </message>
    <message>
        <source>The chosen product</source>
        <translation>Der gewählte Artikel</translation>
    </message>
    <message>
        <source>All that is listed</source>
        <translation>Alle aufgelisteten</translation>
    </message>
    <message>
        <source>What gets labels</source>
        <translation>Was Etiketten bekommt</translation>
    </message>
    <message>
        <source>The first label</source>
        <translation>Das erste Etikett</translation>
    </message>
    <message>
        <source>Sheets of A4 (PDF)</source>
        <translation>A4-Bögen (PDF)</translation>
    </message>
    <message>
        <source>Save sheets of labels as a PDF and open it</source>
        <translation>Etikettenbögen als PDF speichern und öffnen</translation>
    </message>
    <message>
        <source>On the till&apos;s printer</source>
        <translation>Auf dem Kassendrucker</translation>
    </message>
    <message>
        <source>Print the labels on the till&apos;s printer</source>
        <translation>Die Etiketten auf dem Kassendrucker drucken</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the shelf labels</source>
        <translation>Die Regaletiketten schließen</translation>
    </message>
    <message>
        <source>Shelf labels</source>
        <translation>Regaletiketten</translation>
    </message>
    <message>
        <source>Labels: %L1</source>
        <translation>Etiketten: %L1</translation>
    </message>
    <message>
        <source>%1, labels: %L2</source>
        <translation>%1, Etiketten: %L2</translation>
    </message>
    <message>
        <source>These are the first %L1; choose a category for the others.</source>
        <translation>Das sind die ersten %L1; wählen Sie für die übrigen eine Warengruppe.</translation>
    </message>
</context>
<context>
    <name>kontor::ShiftPage</name>
    <message>
        <source>State of the shift</source>
        <translation>Stand der Schicht</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Wechselgeld</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Z reports</source>
        <translation>Z-Berichte</translation>
    </message>
    <message>
        <source>Float: the cash in the drawer now</source>
        <translation>Wechselgeldbestand: das Bargeld, das jetzt in der Kassenlade ist</translation>
    </message>
    <message>
        <source>Open the shift</source>
        <translation>Schicht öffnen</translation>
    </message>
    <message>
        <source>F12</source>
        <translation>F12</translation>
    </message>
    <message>
        <source>Pay in</source>
        <translation>Einlage</translation>
    </message>
    <message>
        <source>F4</source>
        <translation>F4</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>Entnahme</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>To the safe</source>
        <translation>In den Tresor</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>Kassenlade öffnen</translation>
    </message>
    <message>
        <source>F7</source>
        <translation>F7</translation>
    </message>
    <message>
        <source>Count and close</source>
        <translation>Zählen und schließen</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Buchen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Schicht schließen</translation>
    </message>
    <message>
        <source>No Z reports yet: closing a shift makes the first one.</source>
        <translation>Noch keine Z-Berichte: Der erste entsteht, wenn eine Schicht geschlossen wird.</translation>
    </message>
    <message>
        <source>Open, count or close the shift</source>
        <translation>Schicht öffnen, zählen oder schließen</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>Shift since %1</source>
        <translation>Schicht seit %1</translation>
    </message>
    <message>
        <source>No shift is open</source>
        <translation>Keine Schicht offen</translation>
    </message>
    <message>
        <source>Reason, if you like</source>
        <translation>Grund (freiwillig)</translation>
    </message>
    <message>
        <source>What is put into the drawer?</source>
        <translation>Was kommt in die Kassenlade?</translation>
    </message>
    <message>
        <source>What is taken out of the drawer, and for what?</source>
        <translation>Was wird der Kassenlade entnommen, und wofür?</translation>
    </message>
    <message>
        <source>What is taken to the safe?</source>
        <translation>Was kommt in den Tresor?</translation>
    </message>
    <message>
        <source>Why is the drawer opened?</source>
        <translation>Warum wird die Kassenlade geöffnet?</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation>Den Bericht drucken</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Save the report as a PDF and open it</source>
        <translation>Den Bericht als PDF speichern und öffnen</translation>
    </message>
    <message>
        <source>These are the newest %1; the older ones are kept, but not listed.</source>
        <translation>Das sind die neuesten %1; die älteren sind aufbewahrt, aber nicht aufgeführt.</translation>
    </message>
    <message>
        <source>%1 was not counted. Enter 0 if there is nothing of it.</source>
        <translation>%1: noch nicht gezählt. Wenn nichts davon da ist, 0 eingeben.</translation>
    </message>
</context>
<context>
    <name>kontor::ShiftSection</name>
    <message>
        <source>Shifts</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Before the first sale</source>
        <translation>Vor dem ersten Verkauf</translation>
    </message>
    <message>
        <source>Sell at once</source>
        <translation>Sofort verkaufen</translation>
    </message>
    <message>
        <source>Count the float</source>
        <translation>Wechselgeld zählen</translation>
    </message>
    <message>
        <source>When a shift is closed</source>
        <translation>Beim Schließen einer Schicht</translation>
    </message>
    <message>
        <source>Show the sums</source>
        <translation>Summen zeigen</translation>
    </message>
    <message>
        <source>Count blind</source>
        <translation>Blind zählen</translation>
    </message>
    <message>
        <source>“Sell at once” opens a shift with an empty drawer, and its reports say so.</source>
        <translation>„Sofort verkaufen“ öffnet eine Schicht mit leerer Lade; ihre Berichte sagen das.</translation>
    </message>
    <message>
        <source>“Count blind” shows only after the count what should have been there.</source>
        <translation>„Blind zählen“ zeigt erst nach der Zählung, was da sein sollte.</translation>
    </message>
</context>
<context>
    <name>kontor::ShopSection</name>
    <message>
        <source>Shop</source>
        <translation>Geschäft</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>Name des Geschäfts</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>Steuernummer</translation>
    </message>
    <message>
        <source>At the end of receipts</source>
        <translation>Am Ende der Bons</translation>
    </message>
    <message>
        <source>Standard rate</source>
        <translation>Normalsatz</translation>
    </message>
    <message>
        <source>Reduced rate</source>
        <translation>Ermäßigter Satz</translation>
    </message>
    <message>
        <source>At the head of each receipt.</source>
        <translation>Oben auf jedem Bon.</translation>
    </message>
    <message>
        <source>As it stands below the name, line by line.</source>
        <translation>Wie sie unter dem Namen steht, Zeile für Zeile.</translation>
    </message>
    <message>
        <source>Where the law wants it on receipts.</source>
        <translation>Wo das Gesetz sie auf Bons verlangt.</translation>
    </message>
    <message>
        <source>How goods come back, or a word of thanks.</source>
        <translation>Wie Ware zurückgegeben wird, oder ein Dank.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Another country brings its usual tax rates.</source>
        <translation>Ein anderes Land bringt seine üblichen Steuersätze mit.</translation>
    </message>
    <message>
        <source>In percent. Products that are read in without a rate of their own take it; products that are there keep theirs.</source>
        <translation>In Prozent. Eingelesene Artikel ohne eigenen Satz bekommen ihn; vorhandene Artikel behalten ihren.</translation>
    </message>
    <message>
        <source>In percent, as it is usual on food.</source>
        <translation>In Prozent, wie meist für Lebensmittel.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>It cannot be changed: all that was sold so far is counted in it.</source>
        <translation>Sie lässt sich nicht ändern: Alles bisher Verkaufte ist in ihr gezählt.</translation>
    </message>
    <message>
        <source>A shop has a name: it stands on each receipt.</source>
        <translation>Ein Geschäft hat einen Namen: Er steht auf jedem Bon.</translation>
    </message>
    <message>
        <source>An address has at most %1 lines of %2 letters.</source>
        <translation>Eine Adresse hat höchstens %1 Zeilen zu %2 Zeichen.</translation>
    </message>
    <message>
        <source>This is longer than a receipt should be: at most %1 letters.</source>
        <translation>Das ist länger, als ein Bon sein sollte: höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>A tax rate is a number from 0 to 100, such as 20.</source>
        <translation>Ein Steuersatz ist eine Zahl von 0 bis 100, etwa 20.</translation>
    </message>
</context>
<context>
    <name>kontor::ShopTable</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
</context>
<context>
    <name>kontor::StartTexts</name>
    <message>
        <source>There is no shop in this folder. Choose another with --data.</source>
        <translation>In diesem Ordner ist kein Geschäft. Einen anderen mit --data wählen.</translation>
    </message>
    <message>
        <source>The data folder cannot be made. Choose another with --data.</source>
        <translation>Der Datenordner kann nicht angelegt werden. Einen anderen mit --data wählen.</translation>
    </message>
    <message>
        <source>Nothing can be written in the data folder. Check who may write there, and whether the disk is full.</source>
        <translation>In den Datenordner kann nichts geschrieben werden. Prüfen, wer dort schreiben darf und ob der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>Another Kontor is working in this data folder. Close it first, or choose another folder with --data.</source>
        <translation>Ein anderes Kontor arbeitet in diesem Datenordner. Zuerst das andere schließen oder mit --data einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The sandbox that plays the payment system is not installed.</source>
        <translation>Die Sandbox, die das Zahlungssystem nachstellt, ist nicht installiert.</translation>
    </message>
    <message>
        <source>The sandbox that plays the payment system does not start.</source>
        <translation>Die Sandbox, die das Zahlungssystem nachstellt, startet nicht.</translation>
    </message>
    <message>
        <source>The sandbox refuses its plan of faults.</source>
        <translation>Die Sandbox nimmt ihren Fehlerplan nicht an.</translation>
    </message>
    <message>
        <source>The sandbox that plays the payment system ended.</source>
        <translation>Die Sandbox, die das Zahlungssystem nachstellt, wurde beendet.</translation>
    </message>
    <message>
        <source>Commands from a terminal do not reach this window</source>
        <translation>Befehle aus einem Terminal erreichen dieses Fenster nicht</translation>
    </message>
    <message>
        <source>The shop&apos;s history is damaged: run kontor verify</source>
        <translation>Die Historie des Geschäfts ist beschädigt: kontor verify ausführen</translation>
    </message>
    <message>
        <source>The folder&apos;s shop.ini cannot be read or written. Mend it, or take it away and answer anew.</source>
        <translation>Die Datei shop.ini im Datenordner lässt sich nicht lesen oder schreiben. Berichtigen Sie sie, oder entfernen Sie sie und antworten Sie neu.</translation>
    </message>
    <message>
        <source>There is another shop in this folder. Choose another with --data.</source>
        <translation>In diesem Ordner ist ein anderer Laden. Wählen Sie einen anderen mit --data.</translation>
    </message>
    <message>
        <source>The demo shop&apos;s pictures cannot be written. Check whether the disk is full.</source>
        <translation>Die Bilder des Beispielladens lassen sich nicht schreiben. Prüfen Sie, ob die Festplatte voll ist.</translation>
    </message>
    <message>
        <source>Self-service needs a PIN that leads out of it. Set one with: kontor kiosk-pin</source>
        <translation>Die Selbstbedienung braucht eine PIN, die aus ihr herausführt. Setzen Sie eine mit: kontor kiosk-pin</translation>
    </message>
    <message>
        <source>The shop is made and opens the next time; read the table in then, with kontor import-products.</source>
        <translation>Das Geschäft ist angelegt und öffnet sich beim nächsten Mal; die Tabelle lässt sich dann mit kontor import-products einlesen.</translation>
    </message>
</context>
<context>
    <name>kontor::StatusLine</name>
    <message>
        <source>State of the services</source>
        <translation>Zustand der Dienste</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Was wartet</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>What needs attention</source>
        <translation>Was Aufmerksamkeit braucht</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>ÜBUNG</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Till %1</source>
        <translation>Kasse %1</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Alles in Ordnung</translation>
    </message>
    <message>
        <source>%1: in trouble, tries again by itself</source>
        <translation>%1: gestört, neuer Versuch folgt von selbst</translation>
    </message>
    <message>
        <source>Waiting: %L1</source>
        <translation>Wartend: %L1</translation>
    </message>
    <message>
        <source>It is not known what waits</source>
        <translation>Unbekannt, was wartet</translation>
    </message>
    <message>
        <source>Needs attention: %L1</source>
        <translation>Zu erledigen: %L1</translation>
    </message>
    <message>
        <source>Needs attention: %L1 or more</source>
        <translation>Zu erledigen: %L1 oder mehr</translation>
    </message>
    <message>
        <source>It is not known what needs attention</source>
        <translation>Unbekannt, was zu erledigen ist</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>shift since %1</source>
        <translation>Schicht seit %1</translation>
    </message>
    <message>
        <source>no shift</source>
        <translation>keine Schicht</translation>
    </message>
    <message>
        <source>The printer has no paper</source>
        <translation>Der Drucker hat kein Papier</translation>
    </message>
    <message>
        <source>The printer does not answer</source>
        <translation>Der Drucker antwortet nicht</translation>
    </message>
    <message>
        <source>%1 (receipts waiting: %L2)</source>
        <translation>%1 (wartende Bons: %L2)</translation>
    </message>
    <message>
        <source>Printer: show what waits</source>
        <translation>Drucker: zeigen, was wartet</translation>
    </message>
</context>
<context>
    <name>kontor::Stored</name>
    <message>
        <source>line %1 of %2 returns what nobody holds for it</source>
        <translation>Position %1 von %2 bringt zurück, was dafür niemand vorgemerkt hat</translation>
    </message>
    <message>
        <source>a counter order cannot fail: its goods are gone</source>
        <translation>ein Auftrag an der Theke kann nicht scheitern, denn seine Ware ist fort</translation>
    </message>
    <message>
        <source>the order is paid already</source>
        <translation>der Auftrag ist schon bezahlt</translation>
    </message>
    <message>
        <source>only a delivery has a parcel</source>
        <translation>nur eine Lieferung hat ein Paket</translation>
    </message>
    <message>
        <source>the parcel has left already</source>
        <translation>das Paket ist schon fort</translation>
    </message>
    <message>
        <source>an abandoned cart was ordered</source>
        <translation>ein verworfener Warenkorb wurde bestellt</translation>
    </message>
    <message>
        <source>an order cannot be abandoned</source>
        <translation>ein Auftrag kann nicht verworfen werden</translation>
    </message>
    <message>
        <source>paid out for a tender that the order does not have</source>
        <translation>ausgezahlt wurde für eine Zahlung, die der Auftrag nicht hat</translation>
    </message>
    <message>
        <source>paid out in another currency</source>
        <translation>ausgezahlt wurde in einer anderen Währung</translation>
    </message>
    <message>
        <source>till %1 paid out more than was due</source>
        <translation>die Kasse %1 hat mehr ausgezahlt, als zustand</translation>
    </message>
    <message>
        <source>till %1 paid out what had been paid out before</source>
        <translation>die Kasse %1 hat ausgezahlt, was schon ausgezahlt war</translation>
    </message>
    <message>
        <source>paid in for an abandoned cart</source>
        <translation>eingezahlt wurde für einen verworfenen Warenkorb</translation>
    </message>
    <message>
        <source>paid in an amount that cannot be</source>
        <translation>eingezahlt wurde ein Betrag, der nicht sein kann</translation>
    </message>
    <message>
        <source>the cart was abandoned, never ordered</source>
        <translation>der Warenkorb wurde verworfen, nie bestellt</translation>
    </message>
    <message>
        <source>goods handed over cannot be out of stock</source>
        <translation>ausgehändigte Ware kann nicht fehlen</translation>
    </message>
    <message>
        <source>out of stock after the stock was there</source>
        <translation>die Ware fehlt, nachdem sie schon da war</translation>
    </message>
    <message>
        <source>an order at the counter is never cancelled</source>
        <translation>ein Auftrag an der Theke wird nie storniert</translation>
    </message>
    <message>
        <source>an order at the counter has no parcel</source>
        <translation>ein Auftrag an der Theke hat kein Paket</translation>
    </message>
    <message>
        <source>a parcel left for an order that was not paid</source>
        <translation>ein Paket ging für einen Auftrag ab, der nicht bezahlt war</translation>
    </message>
    <message>
        <source>a parcel that left cannot fail any more</source>
        <translation>ein Paket, das fort ist, kann nicht mehr scheitern</translation>
    </message>
    <message>
        <source>a counter order was cancelled, but its goods are gone</source>
        <translation>ein Auftrag an der Theke wurde storniert, aber seine Ware ist fort</translation>
    </message>
    <message>
        <source>an order was completed whose goods were never there</source>
        <translation>ein Auftrag wurde abgeschlossen, dessen Ware nie da war</translation>
    </message>
    <message>
        <source>only an order at the counter can bring goods back</source>
        <translation>nur an der Theke kommt Ware zurück</translation>
    </message>
    <message>
        <source>the order has no address</source>
        <translation>der Auftrag hat keine Adresse</translation>
    </message>
    <message>
        <source>the label was voided by somebody else</source>
        <translation>das Versandetikett hat jemand anders storniert</translation>
    </message>
    <message>
        <source>the void was refused</source>
        <translation>das Stornieren des Versandetiketts wurde abgelehnt</translation>
    </message>
    <message>
        <source>the password of the mail server is not known</source>
        <translation>das Passwort des Mailservers ist nicht bekannt</translation>
    </message>
    <message>
        <source>no mail server is named</source>
        <translation>kein Mailserver ist genannt</translation>
    </message>
    <message>
        <source>the mail server is not this machine, and would be spoken to without TLS</source>
        <translation>der Mailserver ist nicht dieser Rechner, und es würde ohne TLS mit ihm gesprochen</translation>
    </message>
    <message>
        <source>this is no address that mail can be sent to</source>
        <translation>an diese Adresse kann keine E-Mail gehen</translation>
    </message>
    <message>
        <source>the sender is no address that mail can come from</source>
        <translation>der Absender ist keine Adresse, von der E-Mail kommen kann</translation>
    </message>
    <message>
        <source>it may have arrived, the server&apos;s answer did not: %1</source>
        <translation>sie kann angekommen sein, die Antwort des Servers nicht: %1</translation>
    </message>
    <message>
        <source>the account has no mail address</source>
        <translation>das Kundenkonto hat keine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>there is no such account</source>
        <translation>dieses Kundenkonto gibt es nicht</translation>
    </message>
    <message>
        <source>the customer wants no mails</source>
        <translation>der Kunde möchte keine E-Mails</translation>
    </message>
    <message>
        <source>mails of this kind are switched off</source>
        <translation>E-Mails dieser Art sind abgeschaltet</translation>
    </message>
    <message>
        <source>the key of the payment system is not known</source>
        <translation>der Schlüssel des Zahlungssystems ist nicht bekannt</translation>
    </message>
    <message>
        <source>the key of the logistics system is not known</source>
        <translation>der Schlüssel des Versandsystems ist nicht bekannt</translation>
    </message>
    <message>
        <source>the label was bought at another logistics system than the one in use</source>
        <translation>das Etikett wurde bei einem anderen Versandsystem als dem jetzigen gekauft</translation>
    </message>
    <message>
        <source>the settings name another system than the one in use</source>
        <translation>die Einstellungen nennen ein anderes System als das, das in Gebrauch ist</translation>
    </message>
    <message>
        <source>it was meant for another system</source>
        <translation>es war für ein anderes System bestimmt</translation>
    </message>
    <message>
        <source>it was paid at another payment system than the one in use</source>
        <translation>es wurde bei einem anderen Zahlungssystem als dem jetzigen bezahlt</translation>
    </message>
</context>
<context>
    <name>kontor::Story</name>
    <message>
        <source>Ordered at the till</source>
        <translation>An der Kasse bestellt</translation>
    </message>
    <message>
        <source>Cart given up</source>
        <translation>Warenkorb verworfen</translation>
    </message>
    <message>
        <source>Refund paid out in cash</source>
        <translation>Erstattung bar ausgezahlt</translation>
    </message>
    <message>
        <source>Rest paid at the till</source>
        <translation>Rest an der Kasse bezahlt</translation>
    </message>
    <message>
        <source>Order accepted</source>
        <translation>Auftrag angenommen</translation>
    </message>
    <message>
        <source>Ready to be collected</source>
        <translation>Bereit zur Abholung</translation>
    </message>
    <message>
        <source>Order completed</source>
        <translation>Auftrag erledigt</translation>
    </message>
    <message>
        <source>Goods confirmed by stock</source>
        <translation>Ware vom Lager bestätigt</translation>
    </message>
    <message>
        <source>Not enough in stock</source>
        <translation>Nicht genug auf Lager</translation>
    </message>
    <message>
        <source>Waits for goods</source>
        <translation>Wartet auf Ware</translation>
    </message>
    <message>
        <source>Reserved goods set free</source>
        <translation>Reservierte Ware freigegeben</translation>
    </message>
    <message>
        <source>Payment link made</source>
        <translation>Zahlungslink erstellt</translation>
    </message>
    <message>
        <source>Card authorisation released</source>
        <translation>Kartenreservierung freigegeben</translation>
    </message>
    <message>
        <source>Parcel delivered</source>
        <translation>Paket zugestellt</translation>
    </message>
    <message>
        <source>Payment settled: %1</source>
        <translation>Zahlung abgeschlossen: %1</translation>
    </message>
    <message>
        <source>Refund begun</source>
        <translation>Erstattung begonnen</translation>
    </message>
    <message>
        <source>Payment failed: %1</source>
        <translation>Zahlung fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Parcel handed to %1, tracking number %2</source>
        <translation>Paket an %1 übergeben, Sendungsnummer %2</translation>
    </message>
    <message>
        <source>Parcel not sent: %1</source>
        <translation>Paket nicht versandt: %1</translation>
    </message>
    <message>
        <source>Order cancelled: %1</source>
        <translation>Auftrag storniert: %1</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Customer entered</source>
        <translation>Kunde angelegt</translation>
    </message>
    <message>
        <source>Customer changed</source>
        <translation>Kunde geändert</translation>
    </message>
    <message>
        <source>Customer account closed</source>
        <translation>Kundenkonto geschlossen</translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <translation>Auftrag storniert</translation>
    </message>
    <message>
        <source>Stock is low</source>
        <translation>Bestand ist niedrig</translation>
    </message>
    <message>
        <source>Payment settled</source>
        <translation>Zahlung abgeschlossen</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>Zahlung gescheitert</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Parcel handed over</source>
        <translation>Paket übergeben</translation>
    </message>
    <message>
        <source>Parcel not sent</source>
        <translation>Paket nicht versandt</translation>
    </message>
    <message>
        <source>Refund done: %1 went back, %2 to be paid out in cash</source>
        <translation>Erstattung abgeschlossen: %1 ging zurück, %2 sind bar auszuzahlen</translation>
    </message>
    <message>
        <source>Refund done: nothing had been taken</source>
        <translation>Erstattung abgeschlossen: es war nichts eingezogen</translation>
    </message>
    <message>
        <source>Refund done: %1 went back</source>
        <translation>Erstattung abgeschlossen: %1 ging zurück</translation>
    </message>
    <message>
        <source>Payment link for %1 made, valid until %2</source>
        <translation>Zahlungslink über %1 erstellt, gültig bis %2</translation>
    </message>
    <message>
        <source>Card authorisation released: %1</source>
        <translation>Kartenreservierung freigegeben: %1</translation>
    </message>
    <message>
        <source>Refund paid out in cash at till %1: %2</source>
        <translation>Erstattung an Kasse %1 bar ausgezahlt: %2</translation>
    </message>
    <message>
        <source>Rest paid at till %1: %2</source>
        <translation>Rest an Kasse %1 bezahlt: %2</translation>
    </message>
    <message>
        <source>Ready to be collected until %1</source>
        <translation>Zur Abholung bereit bis %1</translation>
    </message>
</context>
<context>
    <name>kontor::StoryModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
</context>
<context>
    <name>kontor::StoryTable</name>
    <message>
        <source>Story</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>kontor::SureLine</name>
    <message>
        <source>What will happen</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message>
        <source>No, leave it</source>
        <translation>Nein, so lassen</translation>
    </message>
</context>
<context>
    <name>kontor::SystemSection</name>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Test mode</source>
        <translation>Testmodus</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Echt</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Of the provider&apos;s system. Only encrypted, and only with a certificate that this machine trusts.</source>
        <translation>Die des Anbieters. Nur verschlüsselt, und nur mit einem Zertifikat, dem dieser Rechner vertraut.</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Geheimer Schlüssel</translation>
    </message>
    <message>
        <source>It is kept in the keychain and nowhere else.</source>
        <translation>Er steht im Schlüsselbund und nirgends sonst.</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Wie bisher</translation>
    </message>
    <message>
        <source>This cannot be its address. Type it such as %1; without https only a system on this machine is spoken to.</source>
        <translation>Das kann seine Adresse nicht sein. Geben Sie sie ein wie %1; ohne https wird nur mit einem System auf diesem Rechner gesprochen.</translation>
    </message>
    <message>
        <source>Not in use yet: its key is needed.</source>
        <translation>Noch nicht in Gebrauch: Es braucht den Schlüssel.</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>Wird versucht …</translation>
    </message>
</context>
<context>
    <name>kontor::Systems</name>
    <message>
        <source>%1 It says: %2</source>
        <translation>%1 Es sagt: %2</translation>
    </message>
    <message>
        <source>The connection to %1 broke off without an answer: %2. Check the address.</source>
        <translation>Die Verbindung zu %1 brach ohne Antwort ab: %2. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>This makes no connection. Check the address and the key.</source>
        <translation>So kommt keine Verbindung zustande. Prüfen Sie Adresse und Schlüssel.</translation>
    </message>
    <message>
        <source>There is no server of the name %1. Check how it is written, and whether this machine is in the network.</source>
        <translation>Einen Server namens %1 gibt es nicht. Prüfen Sie die Schreibweise, und ob dieser Rechner im Netz ist.</translation>
    </message>
    <message>
        <source>Nothing answers at %1. Check the address, and whether a firewall is in between.</source>
        <translation>Bei %1 antwortet nichts. Prüfen Sie die Adresse, und ob eine Firewall dazwischen ist.</translation>
    </message>
    <message>
        <source>%1 does not answer in time. Check the address, and try again.</source>
        <translation>%1 antwortet nicht rechtzeitig. Prüfen Sie die Adresse, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Nothing was sent, the key neither.</source>
        <translation>Gesendet wurde nichts, auch der Schlüssel nicht.</translation>
    </message>
    <message>
        <source>The sandbox of this machine answers.</source>
        <translation>Die Sandbox dieses Rechners antwortet.</translation>
    </message>
    <message>
        <source>%1 takes the key. It is in the test mode: nothing real happens.</source>
        <translation>%1 nimmt den Schlüssel an. Es ist der Testmodus: Nichts geschieht wirklich.</translation>
    </message>
    <message>
        <source>%1 takes the key. It is live: real money moves.</source>
        <translation>%1 nimmt den Schlüssel an. Das ist der Echtbetrieb: Wirkliches Geld fließt.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired, or this machine&apos;s clock is wrong.</source>
        <translation>Das Zertifikat des Servers ist abgelaufen, oder die Uhr dieses Rechners geht falsch.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is made out to another name.</source>
        <translation>Das Zertifikat des Servers ist auf einen anderen Namen ausgestellt.</translation>
    </message>
    <message>
        <source>Nobody whom this machine trusts has signed the server&apos;s certificate.</source>
        <translation>Niemand, dem dieser Rechner vertraut, hat das Zertifikat des Servers unterschrieben.</translation>
    </message>
    <message>
        <source>No secured connection comes about: %1</source>
        <translation>Eine gesicherte Verbindung kommt nicht zustande: %1</translation>
    </message>
    <message>
        <source>%1 refuses the key. Copy it anew from the provider&apos;s page.</source>
        <translation>%1 weist den Schlüssel zurück. Kopieren Sie ihn neu von der Seite des Anbieters.</translation>
    </message>
    <message>
        <source>%1 knows the key, but it lacks a permission. Give it more at the provider&apos;s, or take another key.</source>
        <translation>%1 kennt den Schlüssel, aber ihm fehlt eine Berechtigung. Geben Sie ihm beim Anbieter mehr, oder nehmen Sie einen anderen.</translation>
    </message>
    <message>
        <source>%1 answers in the test mode, where nothing real happens, and not live. Enter the live key.</source>
        <translation>%1 antwortet im Testmodus, in dem nichts wirklich geschieht, und nicht echt. Geben Sie den echten Schlüssel ein.</translation>
    </message>
    <message>
        <source>%1 answers live, where real money moves, and not in the test mode. Enter the test key.</source>
        <translation>%1 antwortet im Echtbetrieb, in dem wirkliches Geld fließt, und nicht im Testmodus. Geben Sie den Testschlüssel ein.</translation>
    </message>
    <message>
        <source>What answers at %1 is something else (%2). Check the address.</source>
        <translation>Was bei %1 antwortet, ist etwas anderes (%2). Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>%1 gets too many calls at this moment. Try again in a minute.</source>
        <translation>%1 bekommt gerade zu viele Anfragen. Versuchen Sie es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>%1 is there, but has trouble itself (%2). Try again later.</source>
        <translation>%1 ist da, hat aber selbst Schwierigkeiten (%2). Versuchen Sie es später noch einmal.</translation>
    </message>
</context>
<context>
    <name>kontor::TenderList</name>
    <message>
        <source>%1 given</source>
        <translation>%1 gegeben</translation>
    </message>
    <message>
        <source>is being asked …</source>
        <translation>wird gefragt …</translation>
    </message>
    <message>
        <source>cannot be asked now; nothing was taken</source>
        <translation>kann jetzt nicht gefragt werden; es wurde nichts genommen</translation>
    </message>
    <message>
        <source>not known whether it was charged</source>
        <translation>ob belastet wurde, ist nicht bekannt</translation>
    </message>
    <message>
        <source>authorised</source>
        <translation>autorisiert</translation>
    </message>
    <message>
        <source>%1 authorised</source>
        <translation>%1 autorisiert</translation>
    </message>
    <message>
        <source>let go: whatever it holds is released</source>
        <translation>losgelassen: was sie hält, wird freigegeben</translation>
    </message>
    <message>
        <source>Tenders</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Tender</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take back: %1, %2</source>
        <translation>Zurücknehmen: %1, %2</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Rounding in cash</source>
        <translation>Barrundung</translation>
    </message>
</context>
<context>
    <name>kontor::TestPage</name>
    <message>
        <source>Test page</source>
        <translation>Probeseite</translation>
    </message>
    <message>
        <source>All is well if the row of digits ends at the right edge, the letters above are whole, and the bar code can be scanned.</source>
        <translation>Alles ist gut, wenn die Ziffernreihe am rechten Rand endet, die Buchstaben darüber ganz sind und der Strichcode sich scannen lässt.</translation>
    </message>
</context>
<context>
    <name>kontor::Texts</name>
    <message>
        <source>Counter</source>
        <translation>Theke</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>Abholung</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Lieferung</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Erfasst</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>by staff</source>
        <translation>vom Personal</translation>
    </message>
    <message>
        <source>out of stock</source>
        <translation>nicht auf Lager</translation>
    </message>
    <message>
        <source>the payment was declined</source>
        <translation>die Zahlung wurde abgelehnt</translation>
    </message>
    <message>
        <source>the money could not be taken</source>
        <translation>das Geld konnte nicht eingezogen werden</translation>
    </message>
    <message>
        <source>the payment link was not used in time</source>
        <translation>der Zahlungslink wurde nicht rechtzeitig genutzt</translation>
    </message>
    <message>
        <source>it cannot be delivered</source>
        <translation>nicht zustellbar</translation>
    </message>
    <message>
        <source>the parcel was recalled</source>
        <translation>das Paket wurde zurückgehalten</translation>
    </message>
    <message>
        <source>it was not collected</source>
        <translation>nicht abgeholt</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Saved card</source>
        <translation>Hinterlegte Karte</translation>
    </message>
    <message>
        <source>Payment link</source>
        <translation>Zahlungslink</translation>
    </message>
    <message>
        <source>Paid elsewhere</source>
        <translation>Extern bezahlt</translation>
    </message>
</context>
<context>
    <name>kontor::Toast</name>
    <message>
        <source>What was just done</source>
        <translation>Was gerade getan wurde</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
</context>
<context>
    <name>kontor::TouchKeyboard</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Hide the keys</source>
        <translation>Tasten ausblenden</translation>
    </message>
</context>
<context>
    <name>kontor::Waiting</name>
    <message>
        <source>Waits for %1 that the customer owes.</source>
        <translation>Wartet auf %1, die der Kunde schuldet.</translation>
    </message>
    <message>
        <source>What was taken is being given back.</source>
        <translation>Was eingezogen war, wird zurückgegeben.</translation>
    </message>
    <message>
        <source>Waits for the customer to pay by the link, until %1.</source>
        <translation>Wartet bis %1 darauf, dass der Kunde über den Link bezahlt.</translation>
    </message>
    <message>
        <source>Waits for the payment system.</source>
        <translation>Wartet auf das Zahlungssystem.</translation>
    </message>
    <message>
        <source>Waits for the payment.</source>
        <translation>Wartet auf die Zahlung.</translation>
    </message>
    <message>
        <source>Waits for goods.</source>
        <translation>Wartet auf Ware.</translation>
    </message>
    <message>
        <source>Waits for its label.</source>
        <translation>Wartet auf das Versandetikett.</translation>
    </message>
    <message>
        <source>Waits to be handed to the carrier.</source>
        <translation>Wartet auf die Übergabe an den Paketdienst.</translation>
    </message>
    <message>
        <source>Waits for its address or its parcel to be corrected.</source>
        <translation>Wartet darauf, dass Adresse oder Paket berichtigt wird.</translation>
    </message>
    <message>
        <source>Waits for the label to be taken back.</source>
        <translation>Wartet auf die Rücknahme des Versandetiketts.</translation>
    </message>
    <message>
        <source>Waits for the customer to collect it.</source>
        <translation>Wartet auf die Abholung durch den Kunden.</translation>
    </message>
    <message>
        <source>Waits for the customer to collect it, until %1.</source>
        <translation>Wartet bis %1 auf die Abholung durch den Kunden.</translation>
    </message>
    <message>
        <source>Waits for the money to go back.</source>
        <translation>Wartet darauf, dass das Geld zurückgeht.</translation>
    </message>
</context>
<context>
    <name>kontor::WindowSection</name>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Show and change the keys</source>
        <translation>Tasten zeigen und ändern</translation>
    </message>
    <message>
        <source>Of this window; receipts follow the shop.</source>
        <translation>Dieses Fensters; Bons richten sich nach dem Geschäft.</translation>
    </message>
    <message>
        <source>Dark is easier on the eyes in the evening.</source>
        <translation>Dunkel schont abends die Augen.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Each command can have the key that you are used to.</source>
        <translation>Jeder Befehl kann die gewohnte Taste haben.</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>Kundenanzeige</translation>
    </message>
    <message>
        <source>On a second screen, as long as it is plugged in.</source>
        <translation>Auf einem zweiten Bildschirm, solange er angeschlossen ist.</translation>
    </message>
</context>
<context>
    <name>kontor::WordingSection</name>
    <message>
        <source>Messages to customers</source>
        <translation>Nachrichten an Kunden</translation>
    </message>
    <message>
        <source>Whether customers get it</source>
        <translation>Ob Kunden sie bekommen</translation>
    </message>
    <message>
        <source>Customers get it</source>
        <translation>An Kunden</translation>
    </message>
    <message>
        <source>Nobody gets it</source>
        <translation>An niemanden</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Kontor&apos;s words</source>
        <translation>Kontors Worte</translation>
    </message>
    <message>
        <source>Take the words that come with Kontor</source>
        <translation>Die Worte nehmen, die Kontor mitbringt</translation>
    </message>
    <message>
        <source>As a customer reads it</source>
        <translation>Wie ein Kunde sie liest</translation>
    </message>
    <message>
        <source>In curly brackets: what is filled in, here %1.</source>
        <translation>In geschweiften Klammern: was eingesetzt wird, hier %1.</translation>
    </message>
    <message>
        <source>In curly brackets: what is filled in, here %1. Not every message has %2: put the part that names it in [square brackets], and it is left out.</source>
        <translation>In geschweiften Klammern: was eingesetzt wird, hier %1. Nicht jede Nachricht hat %2: Setzen Sie den Teil, der es nennt, in [eckige Klammern], dann entfällt er.</translation>
    </message>
    <message>
        <source>{%1} is not known in this message.</source>
        <translation>{%1} gibt es in dieser Nachricht nicht.</translation>
    </message>
    <message>
        <source>A curly bracket is opened and not closed.</source>
        <translation>Eine geschweifte Klammer ist geöffnet und nicht geschlossen.</translation>
    </message>
</context>
<context>
    <name>kontor::ZReportsModel</name>
    <message>
        <source>Z %L1</source>
        <translation>Z %L1</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
</context>
</TS>
