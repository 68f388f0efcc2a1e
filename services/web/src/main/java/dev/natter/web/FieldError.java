package dev.natter.web;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An invalid field of a request.
 *
 * @param field the JSON path or parameter name, as the client wrote it
 * @param detail a sentence for people; never repeats the value
 */
@RegisterForReflection
public record FieldError(String field, String detail) {}
