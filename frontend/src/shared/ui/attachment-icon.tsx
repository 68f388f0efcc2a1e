import { File, Image, Mic } from 'lucide-react';

const ICONS = { image: Image, file: File, voice: Mic };

/** A small sign for what a message holds; nothing for what this version of the app does not know. */
export function AttachmentIcon({ kind, className }: { kind: string; className?: string | undefined }) {
  const Icon = kind in ICONS ? ICONS[kind as keyof typeof ICONS] : undefined;
  return Icon && <Icon className={className} size={16} aria-hidden="true" />;
}
