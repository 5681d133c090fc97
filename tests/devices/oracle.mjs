// Writes oracle.json: what an independent encoder makes of the pieces that paper_test compares.
// npm install @point-of-sale/receipt-printer-encoder@4.0.1 && node oracle.mjs > oracle.json
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';

const encoder = () => new ReceiptPrinterEncoder({
  language: 'esc-pos', columns: 42, codepageMapping: 'epson', feedBeforeCut: 0});
const hex = (bytes) => Buffer.from(bytes).toString('hex');
const text = 'Käse £3.39 €1 äöüÄÖÜß éèêç ñ ø å ½ µ';

process.stdout.write(JSON.stringify({
  initialize: hex(encoder().initialize().encode()),
  text, encodedText: hex(encoder().codepage('cp858').text(text).encode()),
  strong: hex(encoder().bold(true).text('Total').bold(false).encode()),
  large: hex(encoder().size(2, 2).text('Shop').size(1, 1).encode()),
  barcode: hex(encoder().barcode('T1-000123', 'code128', {height: 80, width: 1, text: true}).encode()),
  cut: hex(encoder().cut('partial').encode()),
  kick: hex(encoder().pulse(0, 50, 250).encode()),
}, null, 2) + '\n');
