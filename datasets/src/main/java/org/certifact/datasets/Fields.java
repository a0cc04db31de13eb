package org.certifact.datasets;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules for the fields of a record: ids are not empty, values are finite, weights are finite and positive. */
final class Fields {
    private static final int SHOWN = 40;
    private static final char REPLACEMENT = '\uFFFD';
    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");

    private Fields() {}

    static String id(String what, String text) throws Rejection {
        if (text == null || text.isEmpty()) {
            throw new Rejection(what + " id is empty");
        }
        if (text.indexOf(REPLACEMENT) >= 0) {
            throw new Rejection(what + " id '" + shown(text) + "' is not UTF-8 text");
        }
        return text;
    }

    static double value(String text) throws Rejection {
        return number("value", text);
    }

    static double value(double value) throws Rejection {
        return finite("value", value, Double.toString(value));
    }

    static double weight(String text) throws Rejection {
        return positive(number("weight", text), text);
    }

    static double weight(double weight) throws Rejection {
        String text = Double.toString(weight);
        return positive(finite("weight", weight, text), text);
    }

    /** Whether the text is a decimal number, finite or not. */
    static boolean isNumber(String text) {
        return isSpecial(text) || (isDecimal(text) && !Double.isNaN(parse(text)));
    }

    private static double positive(double weight, String text) throws Rejection {
        if (weight <= 0) {
            throw new Rejection("weight '" + shown(text) + "' must be > 0");
        }
        return weight;
    }

    private static double number(String what, String text) throws Rejection {
        if (text == null || text.isEmpty()) {
            throw new Rejection(what + " is empty");
        }
        if (isSpecial(text)) {
            throw new Rejection(what + " '" + text + "' is not finite");
        }
        double number = isDecimal(text) ? parse(text) : Double.NaN;
        if (Double.isNaN(number)) {
            throw new Rejection(what + " '" + shown(text) + "' is not a number");
        }
        return finite(what, number, text);
    }

    private static double finite(String what, double number, String text) throws Rejection {
        if (!Double.isFinite(number)) {
            throw new Rejection(what + " '" + shown(text) + "' is not finite");
        }
        return number;
    }

    private static boolean isSpecial(String text) {
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        if (text.length() > 9 || "nfyNFY".indexOf(last) < 0) {
            return false;
        }
        String unsigned = text.charAt(0) == '-' || text.charAt(0) == '+' ? text.substring(1) : text;
        return NOT_FINITE.contains(unsigned.toLowerCase(Locale.ROOT));
    }

    /** Rules out what only Java calls a number: 1d, 0x1p3. */
    private static boolean isDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static double parse(String decimal) {
        try {
            return Double.parseDouble(decimal);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    static String counted(int fields) {
        return fields == 1 ? "1 field" : fields + " fields";
    }

    /** A text for a message, cut where it is long. */
    static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** The first of many names for a message. */
    static String shown(List<String> names) {
        return names.stream().limit(SHOWN).map(Fields::shown).collect(Collectors.joining(", "))
                + (names.size() > SHOWN ? ", …" : "");
    }
}
