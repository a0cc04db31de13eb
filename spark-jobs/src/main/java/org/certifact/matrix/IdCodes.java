package org.certifact.matrix;

import java.util.HashMap;
import java.util.Map;

/** Numbers ids from 0 in the order in which they are first named. */
final class IdCodes {
    private final Map<String, Integer> codes = new HashMap<>();

    int code(String id) {
        Integer known = codes.get(id);
        if (known == null) {
            known = codes.size();
            codes.put(id, known);
        }
        return known;
    }

    int size() {
        return codes.size();
    }

    /** The ids in the order of their codes. */
    String[] ids() {
        String[] ids = new String[codes.size()];
        codes.forEach((id, code) -> ids[code] = id);
        return ids;
    }
}
