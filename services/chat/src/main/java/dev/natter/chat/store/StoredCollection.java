package dev.natter.chat.store;

/** Every collection of this service's database, each owned by one feature. */
public enum StoredCollection {
    /** Owned by {@code conversation}. */
    CONVERSATIONS("conversations"),
    /** Owned by {@code log}. */
    ENTRIES("entries"),
    /** Owned by {@code receipt}. */
    POSITIONS("positions"),
    /** Owned by {@code online}. */
    SIGHTINGS("sightings"),
    /** Owned by {@code attachment}. */
    IMAGES("images"),
    /** Owned by {@code profile}. */
    PROFILES("profiles"),
    /** Owned by {@code profile}: how far filling from the user service has come. */
    PROFILE_FILLS("profile-fills");

    private final String wireName;

    StoredCollection(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
