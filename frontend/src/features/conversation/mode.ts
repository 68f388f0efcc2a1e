/** What one does in a conversation besides talking: looks for something in it, or chooses among its messages. */
export type Mode = 'talk' | 'find' | 'select';
