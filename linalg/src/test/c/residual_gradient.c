/*
 * The reference that bench-kernels measures the Java kernels against: one residual-and-gradient pass without weights,
 * compiled with -DRANK=r, r being the padded width of a row. Reads the block that KernelComparison writes (native byte
 * order): int32 rows, panelRows, entries; int32 rowStart[rows + 1], column[entries]; double value[entries],
 * u[rows * RANK], v[panelRows * RANK].
 *
 * residual_gradient FILE SECONDS: prints nanoseconds a pass and the sum of squares. With a third argument arrays begin at
 * a cache line, which no Java array does.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double pass(int rows, const int *start, const int *column, const double *value, const double *u,
                   const double *panel, double *gradient) {
    double sum = 0;
    for (int i = 0; i < rows; i++) {
        const double *ui = u + (long) i * RANK;
        double g[RANK];
        for (int l = 0; l < RANK; l++) g[l] = 0;
        for (int k = start[i]; k < start[i + 1]; k++) {
            const double *v = panel + (long) column[k] * RANK;
            double s = 0;
            for (int l = 0; l < RANK; l++) s += ui[l] * v[l];
            double e = value[k] - s;
            sum += e * e;
            for (int l = 0; l < RANK; l++) g[l] += e * v[l];
        }
        for (int l = 0; l < RANK; l++) gradient[(long) i * RANK + l] = g[l];
    }
    return sum;
}

static void *read_array(FILE *in, size_t size, size_t count, int aligned) {
    char *memory;
    if (posix_memalign((void **) &memory, 64, size * count + 64)) exit(1);
    if (!aligned) memory += 16; /* where a Java array begins */
    if (in && fread(memory, size, count, in) != count) {
        fprintf(stderr, "residual_gradient: the block's file is too short\n");
        exit(1);
    }
    return memory;
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(int argc, char **argv) {
    int header[3];
    FILE *in = argc < 3 ? NULL : fopen(argv[1], "rb");
    if (!in || fread(header, 4, 3, in) != 3) {
        fprintf(stderr, "usage: residual_gradient FILE SECONDS [aligned]\n");
        return 1;
    }
    int rows = header[0], panel_rows = header[1], entries = header[2], aligned = argc > 3;
    int *start = read_array(in, 4, rows + 1, aligned);
    int *column = read_array(in, 4, entries, aligned);
    double *value = read_array(in, 8, entries, aligned);
    double *u = read_array(in, 8, (size_t) rows * RANK, aligned);
    double *panel = read_array(in, 8, (size_t) panel_rows * RANK, aligned);
    double *gradient = read_array(NULL, 8, (size_t) rows * RANK, aligned);
    double sum = pass(rows, start, column, value, u, panel, gradient);
    double begin = now(), seconds = atof(argv[2]);
    long passes = 0;
    do {
        sum = pass(rows, start, column, value, u, panel, gradient);
        passes++;
    } while (now() - begin < seconds);
    printf("%.1f %.12g\n", 1e9 * (now() - begin) / passes, sum);
    return 0;
}
