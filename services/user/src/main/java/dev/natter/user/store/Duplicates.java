package dev.natter.user.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoServerException;

/** How a unique index says no. */
public final class Duplicates {

    private Duplicates() {}

    /** Whether a write failed because a unique index holds that value already; servers say so in more than one way. */
    public static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoServerException refused
                && ErrorCategory.fromErrorCode(refused.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
