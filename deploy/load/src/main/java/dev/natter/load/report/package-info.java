/**
 * The figures as a table, as JSON and as a page.
 */
@NullMarked
package dev.natter.load.report;

import org.jspecify.annotations.NullMarked;
