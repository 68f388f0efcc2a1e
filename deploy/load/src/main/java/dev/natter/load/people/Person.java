package dev.natter.load.people;

/**
 * Somebody who is signed in.
 *
 * @param token good for longer than any run
 */
public record Person(String id, String token) {

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "Person[id=" + id + "]";
    }
}
