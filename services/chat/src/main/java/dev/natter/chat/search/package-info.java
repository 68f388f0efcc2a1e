/**
 * Search in messages. The index is a projection of the logs, off the critical path: for each {@value
 * dev.natter.chat.search.Segment#SIZE} entries of a log one document with their terms. It only names candidates: what is found
 * is decided by the present texts in the log, and entries that are not indexed yet are read from there. Entry point: {@code GET /api/v1/search/messages}. Shows nothing that the caller may not read.
 */
@NullMarked
package dev.natter.chat.search;

import org.jspecify.annotations.NullMarked;
