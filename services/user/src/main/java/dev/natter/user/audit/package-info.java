/**
 * What an operator has to be able to look up later: who signed in, who was refused, whose session ended. Events with ids, and
 * nothing that a person wrote or is called. Doors: {@link dev.natter.user.audit.Audit}, {@link
 * dev.natter.user.audit.AuditEvent}.
 */
@NullMarked
package dev.natter.user.audit;

import org.jspecify.annotations.NullMarked;
