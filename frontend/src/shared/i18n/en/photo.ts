/** Photos of people and groups. */
export const photo = {
  choose: 'Add a photo',
  replace: 'Change the photo',
  remove: 'Remove the photo',
  cropTitle: 'Choose the part to show',
  cropHint: 'Drag to move, or use the arrow keys. Zoom with the slider, the wheel, two fingers or + and −.',
  zoom: 'Zoom',
  save: 'Use this photo',
  saving: 'Saving…',
  close: 'Close',
  unreadable: 'This file cannot be used as a photo. Choose a JPEG, PNG or WebP picture.',
};
