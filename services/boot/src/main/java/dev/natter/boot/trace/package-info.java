/**
 * Tracing without personal data. Off unless the environment names a collector. A slow or unreachable collector costs
 * spans, which are counted, and nothing else.
 */
@NullMarked
package dev.natter.boot.trace;

import org.jspecify.annotations.NullMarked;
