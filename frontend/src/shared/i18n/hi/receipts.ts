import type { Texts } from '../english';

export const receipts: Texts['receipts'] = {
  open: 'संदेश का विवरण',
  title: 'संदेश का विवरण',
  sent: (when) => `भेजा गया: ${when}`,
  edited: (when) => `बदला गया: ${when}`,
  read: (count) => `${count} ने पढ़ा`,
  received: (count) => `${count} को मिला, पढ़ा नहीं`,
  notReceived: (count) => `${count} को अभी नहीं मिला`,
  tooMany: 'किसने पढ़ा, यह 100 तक सदस्यों वाले समूहों में दिखता है।',
};
