package dev.trimtab.benchmark.mlebench.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Raw folders of competitions of tables and signals. */
final class TabularRaw {
    static final Map<String, Consumer<RawFiles>> ALL = Map.ofEntries(
            Map.entry("champs-scalar-coupling", TabularRaw::champs),
            Map.entry("hms-harmful-brain-activity-classification", TabularRaw::brain),
            Map.entry("new-york-city-taxi-fare-prediction", TabularRaw::taxi),
            Map.entry("nfl-player-contact-detection", TabularRaw::nfl),
            Map.entry("nomad2018-predict-transparent-conductors", TabularRaw::nomad),
            Map.entry("playground-series-s3e18", TabularRaw::enzymes),
            Map.entry("predict-volcanic-eruptions-ingv-oe", TabularRaw::volcano),
            Map.entry("seti-breakthrough-listen", TabularRaw::seti),
            Map.entry("tabular-playground-series-dec-2021", TabularRaw::december),
            Map.entry("tabular-playground-series-may-2022", TabularRaw::may),
            Map.entry("ventilator-pressure-prediction", TabularRaw::ventilator));

    private TabularRaw() {}

    private static void champs(RawFiles raw) {
        RawFiles.Rows molecules = raw.rows(30, "molecule_name: hex 8");
        String names = String.join("|", molecules.column("molecule_name"));
        raw.csv(
                "train.csv",
                200,
                "id: seq 0",
                "molecule_name: pick " + names,
                "atom_index_0: int 0 9",
                "atom_index_1: int 0 9",
                "type: pick 1JHC|2JHH|3JHN",
                "scalar_coupling_constant: real 4");
        raw.csv(
                "structures.csv",
                90,
                "molecule_name: cycle " + names,
                "atom_index: int 0 9",
                "atom: pick C|H",
                "x: real 10");
        raw.csv("dipole_moments.csv", 30, "molecule_name: cycle " + names, "X: real 4", "Y: real 4", "Z: tiny");
        raw.csv(
                "magnetic_shielding_tensors.csv",
                60,
                "molecule_name: cycle " + names,
                "atom_index: int 0 9",
                "XX: real 3");
        raw.csv(
                "mulliken_charges.csv",
                60,
                "molecule_name: cycle " + names,
                "atom_index: int 0 9",
                "mulliken_charge: real 6");
        raw.csv("potential_energy.csv", 30, "molecule_name: cycle " + names, "potential_energy: real 5 big");
        raw.csv(
                "scalar_coupling_contributions.csv",
                90,
                "molecule_name: cycle " + names,
                "type: const 1JHC",
                "fc: real 4");
        raw.files("structures/{molecule_name}.xyz", molecules);
    }

    private static void brain(RawFiles raw) {
        RawFiles.Rows rows = raw.csv(
                "train.csv",
                120,
                "eeg_id: group 10 2",
                "eeg_sub_id: int 0 5",
                "eeg_label_offset_seconds: real 1",
                "spectrogram_id: group 77 4",
                "spectrogram_sub_id: int 0 5",
                "label_id: seq 1000000000",
                "patient_id: int 1 900",
                "expert_consensus: pick Seizure|GPD",
                "seizure_vote: int 1 7",
                "lpd_vote: int 0 7",
                "gpd_vote: int 0 7",
                "lrda_vote: int 0 3",
                "grda_vote: int 0 3",
                "other_vote: int 0 9");
        raw.files("train_eegs/{eeg_id}.parquet", rows);
        raw.files("train_spectrograms/{spectrogram_id}.parquet", rows);
        raw.file("example_figures/one.pdf");
    }

    private static void taxi(RawFiles raw) {
        raw.csv(
                "train.csv",
                10_000,
                "key: seq 2009061500",
                "fare_amount: real 1",
                "pickup_datetime: const 2009-06-15 17:26:21 UTC",
                "pickup_longitude: real 6",
                "pickup_latitude: real 5",
                "dropoff_longitude: real? 6",
                "dropoff_latitude: real? 6",
                "passenger_count: int 1 6");
        raw.file("GCP-Coupons-Instructions.rtf");
    }

    private static void nfl(RawFiles raw) {
        RawFiles.Rows labels = raw.csv(
                "train_labels.csv",
                120,
                "contact_id: hex 12",
                "game_play: group 58168_0030 6",
                "datetime: const 2020-09-11T03:01:48.100Z",
                "step: int 0 90",
                "nfl_player_id_1: int 30000 50000",
                "nfl_player_id_2: pick G|38590",
                "contact: int 0 1");
        raw.csv(
                "train_baseline_helmets.csv",
                100,
                "game_play: group 58168_0030 5",
                "view: pick Sideline|Endzone",
                "left: int 0 900");
        raw.csv(
                "train_player_tracking.csv",
                100,
                "game_play: group 58168_0030 5",
                "x_position: real 2",
                "speed: real 3",
                "direction: real 12",
                "sa: tiny");
        raw.csv("train_video_metadata.csv", 40, "game_play: group 58168_0030 2", "view: cycle Sideline|Endzone");
        for (String view : List.of("All29", "Endzone", "Sideline")) {
            for (String play : labels.column("game_play").stream().distinct().toList()) {
                raw.file("train/" + play + "_" + view + ".mp4");
            }
        }
    }

    private static void nomad(RawFiles raw) {
        String[] columns = {
            "id: seq 1",
            "spacegroup: int 12 227",
            "percent_atom_al: real 4",
            "lattice_vector_1_ang: real 4",
            "formation_energy_ev_natom: real 4",
            "bandgap_energy_ev: real 4"
        };
        RawFiles.Rows train = raw.csv("train.csv", 60, columns);
        raw.csv("test.csv", 8, List.of(columns).subList(0, 4).toArray(String[]::new));
        raw.files("train/{id}/geometry.xyz", train);
        raw.file("test/1/geometry.xyz");
        raw.packed("train.zip", "train");
        raw.packed("test.zip", "test");
        raw.packed("train.csv.zip", "train.csv");
        raw.packed("test.csv.zip", "test.csv");
    }

    private static void enzymes(RawFiles raw) {
        List<String> columns = new ArrayList<>(List.of("id: seq 0"));
        IntStream.range(0, 31).forEach(i -> columns.add("f" + i + ": " + (i % 3 == 0 ? "tiny" : "real? 4")));
        IntStream.rangeClosed(1, 6).forEach(i -> columns.add("EC" + i + ": int 0 1"));
        raw.csv("train.csv", 60, columns.toArray(String[]::new));
    }

    private static void volcano(RawFiles raw) {
        RawFiles.Rows rows = raw.csv("train.csv", 50, "segment_id: seq 1136037", "time_to_eruption: int 1 49000000");
        raw.files("train/{segment_id}.csv", rows);
    }

    private static void seti(RawFiles raw) {
        RawFiles.Rows rows = raw.csv("train_labels.csv", 60, "id: hex 15", "target: int 0 1");
        raw.files("train/{id[0]}/{id}.npy", rows);
        raw.file("old_leaky_data/train_old/0/00.npy");
        raw.file("old_leaky_data/train_labels_old.csv");
    }

    private static void december(RawFiles raw) {
        raw.csv("train.csv", 100, "Id: seq 0", "Elevation: int 1000 4000", "Aspect: int? 0 360", "Cover_Type: int 1 7");
    }

    private static void may(RawFiles raw) {
        raw.csv(
                "train.csv",
                100_100,
                "id: seq 0",
                "f_00: real 6",
                "f_27: pick ABABDADBAB|ACACCADCEB",
                "target: int 0 1");
    }

    private static void ventilator(RawFiles raw) {
        raw.csv(
                "train.csv",
                160,
                "id: seq 1",
                "breath_id: group 1 4",
                "R: pick 5|20|50",
                "C: pick 10|20|50",
                "time_step: real 17",
                "u_in: real 15",
                "u_out: int 0 1",
                "pressure: real 14");
    }
}
