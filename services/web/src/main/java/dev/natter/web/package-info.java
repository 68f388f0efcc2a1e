/**
 * What the doors of every service have in common: how a refusal looks, request ids, who is asking, the clock, and the
 * shape of JSON. No domain code, nothing that only one service needs.
 */
@NullMarked
package dev.natter.web;

import org.jspecify.annotations.NullMarked;
