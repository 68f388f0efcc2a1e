/** Tests of the whole: the packaged services on their backing servers, used through the public contract alone. */
package dev.natter.local.system;
