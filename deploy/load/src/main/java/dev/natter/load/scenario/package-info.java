/**
 * What is done to Natter, one class for each question. A scenario loses nothing silently: it fails.
 */
@NullMarked
package dev.natter.load.scenario;

import org.jspecify.annotations.NullMarked;
