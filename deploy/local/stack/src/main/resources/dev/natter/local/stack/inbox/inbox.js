'use strict';

// Polls once a second; the response is an empty 304 if nothing is new.
const PAUSE = 1000;
const PAGE = 50;
const CODE = /(?<!\d)\d{6}(?!\d)/;

const element = (id) => document.getElementById(id);
const list = element('mails');
const shown = new Map();
let limit = PAGE;
let etag = '';
let first = true;

function codeOf(mail) {
  return (CODE.exec(mail.Subject) ?? CODE.exec(mail.Snippet) ?? [''])[0];
}

function render(mail) {
  const item = element('mail').content.cloneNode(true).firstElementChild;
  const part = (selector) => item.querySelector(selector);
  const recipients = [...mail.To, ...mail.Cc, ...mail.Bcc].map((to) => to.Address).join(', ');
  const code = codeOf(mail);
  const time = part('time');
  part('.subject').textContent = mail.Subject || '(no subject)';
  part('.to').textContent = recipients;
  time.dateTime = mail.Created;
  time.textContent = new Date(mail.Created).toLocaleString();
  if (code) {
    part('.code').hidden = false;
    part('output').textContent = code;
    part('.copy').setAttribute('aria-label', `Copy code ${code}`);
    part('.copy').addEventListener('click', (event) => copy(code, event.currentTarget));
  }
  part('details').addEventListener('toggle', (event) => showWhole(mail.ID, event.currentTarget), { once: true });
  return item;
}

async function copy(code, button) {
  try {
    await navigator.clipboard.writeText(code);
    button.textContent = 'Copied';
    say(`Code ${code} copied.`);
  } catch {
    button.textContent = 'Select and copy it by hand';
  }
}

async function showWhole(id, details) {
  const whole = details.querySelector('.whole');
  const answer = await fetch(`/api/v1/message/${encodeURIComponent(id)}`);
  if (!answer.ok) {
    whole.textContent = 'This mail is not kept any more.';
    return;
  }
  const mail = await answer.json();
  if (mail.HTML) {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', '');
    frame.title = `Mail: ${mail.Subject}`;
    frame.src = `/view/${encodeURIComponent(id)}.html`;
    whole.append(frame);
  }
  if (mail.Text) {
    const text = document.createElement('pre');
    text.textContent = mail.Text;
    whole.append(text);
  }
}

function say(words) {
  element('news').textContent = words;
}

// Mails never change, so elements stay (with focus and open details) and only move.
function show(mails, found) {
  const fresh = mails.filter((mail) => !shown.has(mail.ID));
  const items = mails.map((mail) => shown.get(mail.ID) ?? render(mail));
  shown.clear();
  mails.forEach((mail, index) => shown.set(mail.ID, items[index]));
  [...list.children].forEach((child) => items.includes(child) || child.remove());
  items.forEach((item, index) => {
    if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null);
  });
  element('empty').hidden = mails.length > 0;
  element('more').hidden = found <= mails.length;
  if (!first && fresh.length > 0) {
    const code = codeOf(fresh[0]);
    say(code ? `New mail. Code ${[...code].join(' ')}.` : `New mail: ${fresh[0].Subject}`);
  }
  first = false;
}

async function ask() {
  const wanted = element('filter').value.trim();
  const query = wanted ? `to:"${wanted.replaceAll('"', '')}"` : '';
  const address = `/api/v1/search?limit=${limit}&query=${encodeURIComponent(query)}`;
  const answer = await fetch(address, { headers: etag ? { 'If-None-Match': etag } : {}, cache: 'no-store' });
  if (answer.status === 304) return;
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const { messages, messages_count: found } = await answer.json();
  etag = answer.headers.get('ETag') ?? '';
  show(messages, found);
}

async function turn() {
  if (!document.hidden) {
    try {
      await ask();
      element('trouble').hidden = true;
    } catch {
      element('trouble').hidden = false;
      etag = '';
    }
  }
  setTimeout(turn, PAUSE);
}

function askAnew() {
  etag = '';
  first = true;
  void ask().catch(() => undefined);
}

element('filter').addEventListener('input', () => {
  limit = PAGE;
  askAnew();
});
element('more').addEventListener('click', () => {
  limit += PAGE;
  askAnew();
});
document.addEventListener('visibilitychange', () => document.hidden || void ask().catch(() => undefined));
void turn();
