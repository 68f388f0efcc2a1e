/**
 * The S3 bucket: objects, and presigned URLs for browsers. Every call is bounded in time and fails with 503 when the bucket is
 * unavailable. Knows no feature; the keys of objects belong to the services.
 */
@NullMarked
package dev.natter.storage;

import org.jspecify.annotations.NullMarked;
