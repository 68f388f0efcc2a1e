/**
 * Messages over RabbitMQ: one record for each type, and the names of the channels. Names never change, new fields are
 * optional, and nothing here depends on a framework beyond Jackson's annotations.
 */
@NullMarked
package dev.natter.events;

import org.jspecify.annotations.NullMarked;
