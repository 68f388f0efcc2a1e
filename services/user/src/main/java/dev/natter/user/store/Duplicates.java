package dev.natter.user.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoServerException;

/** Duplicate key errors. */
public final class Duplicates {

    private Duplicates() {}

    /** Whether a write failed because of a unique index; servers report that in several ways. */
    public static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoServerException refused
                && ErrorCategory.fromErrorCode(refused.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
