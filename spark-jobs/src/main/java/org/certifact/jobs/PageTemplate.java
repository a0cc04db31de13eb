package org.certifact.jobs;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A page from a Mustache template of the program; whatever is put in is escaped, since ids and file names are anybody's. */
final class PageTemplate {
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(true).nullValue("–").withLoader(PageTemplate::open);

    private final Template template;

    /** @param name of a template beside this class */
    PageTemplate(String name) {
        this.template = COMPILER.compile(open(name));
    }

    String with(Object context) {
        return template.execute(context);
    }

    private static Reader open(String name) {
        try (InputStream in = PageTemplate.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the class path; build the program again");
            }
            return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
