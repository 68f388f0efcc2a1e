/**
 * What leaves a service in traces: how it went, and nothing of whom or what it was about. Everything here sleeps unless the
 * environment says where traces go. A collector that is slow or away costs spans, which are counted, and nothing else.
 */
@NullMarked
package dev.natter.boot.trace;

import org.jspecify.annotations.NullMarked;
