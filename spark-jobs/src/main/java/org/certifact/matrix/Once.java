package org.certifact.matrix;

import java.util.function.Supplier;

/** What is made when somebody asks for it, and then kept. For one thread. */
final class Once<T> implements Supplier<T> {
    private Supplier<T> maker;
    private T made;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        if (maker != null) {
            made = maker.get();
            maker = null;
        }
        return made;
    }
}
