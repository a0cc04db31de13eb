package org.certifact.jobs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as a page shows them. */
final class Numbers {
    private static final int DIGITS = 6;
    private static final int DIGITS_OF_SHARE = 2;

    private Numbers() {}

    /** Six digits: 8425.38, 0.00123, 1.5e-7. */
    static String text(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        BigDecimal digits = new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
        double size = Math.abs(value);
        return value == 0 || (size >= 1e-4 && size < 1e9)
                ? digits.toPlainString()
                : digits.toString().replace("E+", "e").replace("E", "e");
    }

    /** A share, rounded up to two digits so that what it bounds stays bounded: 0.075 %. */
    static String percent(double share) {
        if (!Double.isFinite(share)) {
            return "–";
        }
        if (share == 0) {
            return "0 %";
        }
        BigDecimal digits = BigDecimal.valueOf(share)
                .movePointRight(2)
                .round(new MathContext(DIGITS_OF_SHARE, RoundingMode.CEILING))
                .stripTrailingZeros();
        return (100 * share >= 1e-4 ? digits.toPlainString() : digits.toString().replace("E", "e")) + " %";
    }

    /** 62,857. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
