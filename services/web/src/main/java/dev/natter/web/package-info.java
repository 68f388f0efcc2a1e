/**
 * Shared HTTP code of the services: problem documents, request ids, the caller's identity, the clock, and JSON. No
 * domain code, and nothing that only one service needs.
 */
@NullMarked
package dev.natter.web;

import org.jspecify.annotations.NullMarked;
