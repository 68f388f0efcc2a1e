/** What the REST doors of the features have in common: how they read queries, and how they are documented. */
@NullMarked
package dev.natter.chat.http;

import org.jspecify.annotations.NullMarked;
