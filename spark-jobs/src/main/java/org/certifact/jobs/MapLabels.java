package org.certifact.jobs;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names beside the dots of a map: none covers another, a dot, or the border. Lengths are shares of the map's width and height. */
final class MapLabels {
    /** Of a letter. */
    private static final double WIDTH = 0.0125;

    private static final double HEIGHT = 0.055;

    /** Between the middle of a dot and its name, and around a dot. */
    private static final double SPACE = 0.012;

    private static final double BORDER = 0.045;

    private final List<Label> placed = new ArrayList<>();
    private final double[] x;
    private final double[] y;

    /** @param x and {@code y}: of every dot, from 0 to 1. Not modified */
    MapLabels(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /** @param dot that it names @param right whether it is to the right of it, or else to the left */
    record Label(int dot, boolean right, Rectangle2D place) {}

    /** Places a name where there is room for it. */
    void add(int dot, String name) {
        fitting(dot, name, true).or(() -> fitting(dot, name, false)).ifPresent(placed::add);
    }

    /** The names that had room. */
    List<Label> placed() {
        return List.copyOf(placed);
    }

    private Optional<Label> fitting(int dot, String name, boolean right) {
        double width = WIDTH * name.codePointCount(0, name.length());
        double left = right ? x[dot] + SPACE : x[dot] - SPACE - width;
        Rectangle2D place = new Rectangle2D.Double(left, y[dot] - HEIGHT / 2, width, HEIGHT);
        boolean inside = place.getMinX() >= -BORDER && place.getMaxX() <= 1 + BORDER;
        return inside && placed.stream().noneMatch(other -> other.place().intersects(place)) && coversNoDot(place)
                ? Optional.of(new Label(dot, right, place))
                : Optional.empty();
    }

    private boolean coversNoDot(Rectangle2D place) {
        for (int i = 0; i < x.length; i++) {
            if (place.intersects(x[i] - SPACE / 2, y[i] - SPACE, SPACE, 2 * SPACE)) {
                return false;
            }
        }
        return true;
    }
}
