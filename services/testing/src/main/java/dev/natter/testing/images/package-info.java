/** Image files for tests: made on the spot, and by encoders that are not ours. */
@NullMarked
package dev.natter.testing.images;

import org.jspecify.annotations.NullMarked;
