/**
 * Reports of people to the operator: an audit event with the reported message, and a mail when an address for it is set. Entry
 * point: {@code POST /api/v1/reports}. Only the operator learns of a report.
 */
@NullMarked
package dev.natter.chat.report;

import org.jspecify.annotations.NullMarked;
