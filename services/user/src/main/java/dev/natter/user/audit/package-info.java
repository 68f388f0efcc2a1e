/**
 * Audit log: sign-ins, refusals, ended sessions. Events have ids, and no content or names. Entry points: {@link
 * dev.natter.user.audit.Audit}, {@link dev.natter.user.audit.AuditEvent}.
 */
@NullMarked
package dev.natter.user.audit;

import org.jspecify.annotations.NullMarked;
