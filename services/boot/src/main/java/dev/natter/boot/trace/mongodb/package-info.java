/** Commands to MongoDB in traces. A service without MongoDB leaves this package out of its beans. */
@NullMarked
package dev.natter.boot.trace.mongodb;

import org.jspecify.annotations.NullMarked;
