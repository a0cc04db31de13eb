package org.certifact.cli;

/** A small table of ratings as text: 12 users, 9 items, some not rated. */
final class Ratings {
    private Ratings() {}

    /** Lines {@code user,item,rating}, without a header. */
    static String csv() {
        StringBuilder text = new StringBuilder();
        for (int user = 1; user <= 12; user++) {
            for (int item = 1; item <= 9; item++) {
                if ((user * 5 + item * 7) % 4 != 0) {
                    text.append(user)
                            .append(',')
                            .append(item)
                            .append(',')
                            .append(rating(user, item))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private static double rating(int user, int item) {
        return 3 + (user % 3 - 1) * (item % 2 == 0 ? 1 : -1) + 0.5 * ((user * item) % 3 - 1);
    }
}
