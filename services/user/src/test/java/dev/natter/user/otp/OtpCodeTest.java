package dev.natter.user.otp;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OtpCodeTest {

    private static final int DRAWN = 100_000;
    private static final int CLASSES = 1000;

    /** The 99.9999 % quantile of chi-square with 999 degrees of freedom (Wilson-Hilferty); a fair draw is above once in a million. */
    private static final double LIMIT = 1226;

    @Test
    void everyCodeIsAsLikelyAsAnyOther() {
        var random = new SecureRandom();
        var first = new int[CLASSES];
        var last = new int[CLASSES];
        for (int i = 0; i < DRAWN; i++) {
            var code = OtpCode.draw(random).digits();
            first[Integer.parseInt(code.substring(0, 3))]++;
            last[Integer.parseInt(code.substring(3))]++;
        }

        assertThat(chiSquare(first)).isLessThan(LIMIT);
        assertThat(chiSquare(last)).isLessThan(LIMIT);
        assertThat(first[0]).as("codes with leading zeros").isPositive();
    }

    @Test
    void aDrawThatIsNotFairIsSeen() {
        var skewed = new int[CLASSES];
        var random = new SplittableRandom(1);
        for (int i = 0; i < DRAWN; i++) {
            // No code below 100000: what a careless draw of six digits comes to.
            skewed[(100_000 + random.nextInt(900_000)) / CLASSES]++;
        }

        assertThat(chiSquare(skewed)).isGreaterThan(LIMIT);
    }

    @Test
    void theFirstAndTheLastCodeCanBeDrawn() {
        var drawn = new HashSet<String>();
        drawn.add(OtpCode.draw(new Fixed(0)).digits());
        drawn.add(OtpCode.draw(new Fixed(999_999)).digits());

        assertThat(drawn).containsExactlyInAnyOrder("000000", "999999");
    }

    @Test
    void aCodeIsNotShown() {
        assertThat(new OtpCode("482913")).asString().doesNotContain("482913");
    }

    private static double chiSquare(int[] counts) {
        double expected = (double) DRAWN / counts.length;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    private record Fixed(int value) implements java.util.random.RandomGenerator {
        @Override
        public long nextLong() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int nextInt(int bound) {
            assertThat(bound).isEqualTo(1_000_000);
            return value;
        }
    }
}
