package dev.trimtab.benchmark.mlebench.special;

import dev.trimtab.benchmark.mlebench.recipe.SpecialStep;
import dev.trimtab.benchmark.mlebench.recipe.Specials;
import dev.trimtab.benchmark.mlebench.recipe.SplitRule;
import java.util.Map;

/** The special steps and ways to split by the names under which recipes know them. */
public final class SpecialSteps {
    private static final NotebookAncestors ANCESTORS = new NotebookAncestors();
    private static final CassavaRecords CASSAVA = new CassavaRecords();
    private static final GestureArchives GESTURES = new GestureArchives();
    private static final LastWeek WEEK = new LastWeek();
    private static final MelanomaRecords MELANOMA = new MelanomaRecords();
    private static final ScanDays DAYS = new ScanDays();
    private static final WhaleIndividuals WHALES = new WhaleIndividuals();

    private static final Map<String, SplitRule> RULES = Map.of(
            "notebook-ancestors", ANCESTORS,
            "cassava-records", CASSAVA,
            "gesture-archives", GESTURES,
            "last-week", WEEK,
            "melanoma-records", MELANOMA,
            "scan-days", DAYS,
            "whale-individuals", WHALES);
    private static final Map<String, SpecialStep> STEPS = Map.ofEntries(
            Map.entry("bird-recordings", new BirdRecordings()),
            Map.entry("brain-vote-shares", new VoteShares()),
            Map.entry("breast-sides", new BreastSides()),
            Map.entry("camera-locations", new CameraLocations()),
            Map.entry("cassava-records", CASSAVA),
            Map.entry("cats-and-dogs", new CatsAndDogs()),
            Map.entry("character-corners", new CharacterCorners()),
            Map.entry("chest-findings", new ChestFindings()),
            Map.entry("contrails", new Contrails()),
            Map.entry("covid-studies", new CovidStudies()),
            Map.entry("dirty-documents", new DirtyDocuments()),
            Map.entry("drawn-essay-scores", new EssayScores()),
            Map.entry("drawn-pawpularity", new PawpularityScores()),
            Map.entry("driving-logs", new DrivingLogs()),
            Map.entry("empty-image-archives", new EmptyImageArchives()),
            Map.entry("freesound-labels", new FreesoundLabels()),
            Map.entry("gesture-archives", GESTURES),
            Map.entry("herbarium-2020", new AnnotatedPictures(PictureLayouts.Herbarium.OF_2020)),
            Map.entry("herbarium-2021", new AnnotatedPictures(PictureLayouts.Herbarium.OF_2021)),
            Map.entry("herbarium-2022", new AnnotatedPictures(new PictureLayouts.Herbarium2022())),
            Map.entry("icebergs", new Icebergs()),
            Map.entry("inaturalist", new AnnotatedPictures(new PictureLayouts.INaturalist())),
            Map.entry("ink-fragments", new InkFragments()),
            Map.entry("kidney-slides", new KidneySlides()),
            Map.entry("last-week", WEEK),
            Map.entry("lung-weeks", new LungWeeks()),
            Map.entry("melanoma-records", MELANOMA),
            Map.entry("missing-words", new MissingWords()),
            Map.entry("natural-questions", new NaturalQuestions()),
            Map.entry("neutrino-batches", new NeutrinoBatches()),
            Map.entry("notebook-ancestors", ANCESTORS),
            Map.entry("phone-drives", new PhoneDrives()),
            Map.entry("phoneme-frames", new PhonemeFrames()),
            Map.entry("pizza-requests", new PizzaRequests()),
            Map.entry("product-records", new ProductRecords()),
            Map.entry("quest-labels", new QuestLabels()),
            Map.entry("right-whales", new RightWhales()),
            Map.entry("scan-days", DAYS),
            Map.entry("seedlings", new Seedlings()),
            Map.entry("speech-commands", new SpeechCommands()),
            Map.entry("spine-studies", new SpineStudies()),
            Map.entry("steganography", new Steganography()),
            Map.entry("vaccine-sequences", new VaccineSequences()),
            Map.entry("whale-individuals", WHALES));

    private SpecialSteps() {}

    /** Returns them all. */
    public static Specials all() {
        return new Specials(STEPS, RULES);
    }
}
