/** Web Push: encrypts a notification for one browser and hands it to that browser's push service. */
@NullMarked
package dev.natter.mail.push;

import org.jspecify.annotations.NullMarked;
