/**
 * What crosses RabbitMQ: one record for each message, and the names of the channels they travel on. Names on the wire
 * never change, new fields are optional, and nothing here knows a framework beyond Jackson's annotations.
 */
@NullMarked
package dev.natter.events;

import org.jspecify.annotations.NullMarked;
