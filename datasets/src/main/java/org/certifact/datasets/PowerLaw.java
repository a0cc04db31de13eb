package org.certifact.datasets;

import java.io.Serializable;

/**
 * Shares of places 0 … n-1 that fall like (place + shift)^-exponent (Zipf and Mandelbrot): the share of a place is the integral of that
 * density over [place, place + 1], so that sums, draws and shares all have closed forms and nothing is tabulated.
 */
final class PowerLaw implements Serializable {
    private static final double LEAST_SHIFT = 1;

    /** Beyond so many times n the law is as good as even. */
    private static final double EVEN = 100;

    private final int n;
    private final double exponent;
    private final double shift;
    private final double first;
    private final double all;

    private PowerLaw(int n, double exponent, double shift) {
        this.n = n;
        this.exponent = exponent;
        this.shift = shift;
        this.first = integral(shift);
        this.all = integral(n + shift) - first;
    }

    /** The law with the least shift at which no place has more than a given share; even shares where there is none. */
    static PowerLaw capped(int n, double exponent, double largestShare) {
        PowerLaw plain = new PowerLaw(n, exponent, LEAST_SHIFT);
        if (plain.share(0) <= largestShare) {
            return plain;
        }
        double low = LEAST_SHIFT;
        double high = EVEN * n;
        if (new PowerLaw(n, exponent, high).share(0) > largestShare) {
            return new PowerLaw(n, 0, LEAST_SHIFT);
        }
        while (high > low * (1 + 1e-9)) {
            double middle = Math.sqrt(low * high);
            if (new PowerLaw(n, exponent, middle).share(0) <= largestShare) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return new PowerLaw(n, exponent, high);
    }

    /** The share of all places before one: 0 at 0, 1 at n. */
    double before(int place) {
        return place == n ? 1 : (integral(place + shift) - first) / all;
    }

    double share(int place) {
        return before(place + 1) - before(place);
    }

    /** The place that a uniform number falls on. @param uniform in [0, 1) */
    int draw(double uniform) {
        int place = (int) (inverse(first + uniform * all) - shift);
        return Math.max(0, Math.min(n - 1, place));
    }

    /** ∫ x^-exponent from 1; near exponent 1 the difference of powers would lose its digits. */
    private double integral(double x) {
        double slope = 1 - exponent;
        double log = Math.log(x);
        if (exponent == 0) {
            return x - 1;
        }
        return slope == 0 ? log : Math.expm1(slope * log) / slope;
    }

    private double inverse(double y) {
        double slope = 1 - exponent;
        if (exponent == 0) {
            return y + 1;
        }
        return slope == 0 ? Math.exp(y) : Math.exp(Math.log1p(slope * y) / slope);
    }
}
