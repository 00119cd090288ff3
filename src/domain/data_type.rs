//! Kinds of health information: what apps call them, and the key of the words that patients read in their place.
//!
//! Apps name them as FHIR names its resources (release 5, and those of release 4 that were renamed) or as the classic
//! service named its types of things, in any case, with or without spaces, one or many.

use std::{collections::HashMap, sync::LazyLock};

/// Every kind of information by the key of its words, with the names that stand for it: FHIR's, then the classic ones.
const KINDS: &[(&str, &[&str], &[&str])] = &[
    ("data-type-adverse-events", &["AdverseEvent"], &[]),
    ("data-type-allergies", &["AllergyIntolerance"], &["Allergy", "Allergic Episode"]),
    ("data-type-appointments", &["Appointment", "AppointmentResponse", "Schedule", "Slot"], &["Appointment"]),
    ("data-type-asthma", &[], &["Asthma Inhaler", "Asthma Inhaler Use", "Asthma Inhaler Usage"]),
    (
        "data-type-bills",
        &[
            "Claim",
            "ClaimResponse",
            "ExplanationOfBenefit",
            "Invoice",
            "Account",
            "ChargeItem",
            "PaymentNotice",
        ],
        &["Explanation of Benefits", "Medical Bill", "Bill"],
    ),
    ("data-type-blood-glucose", &[], &["Blood Glucose", "Blood Glucose Measurement", "Blood Sugar"]),
    (
        "data-type-blood-oxygen",
        &[],
        &["Blood Oxygen Saturation", "Blood Oxygen", "Oxygen Saturation", "Pulse Oximetry"],
    ),
    ("data-type-blood-pressure", &[], &["Blood Pressure", "Blood Pressure Measurement"]),
    (
        "data-type-body-measurements",
        &[],
        &[
            "Body Dimension",
            "Body Composition",
            "Body Measurement",
            "Head Circumference",
            "Waist Circumference",
        ],
    ),
    ("data-type-care-plans", &["CarePlan", "PlanDefinition"], &["Care Plan", "Action Plan"]),
    ("data-type-care-team", &["CareTeam", "Practitioner", "PractitionerRole"], &["Care Team", "Health Team"]),
    (
        "data-type-cholesterol",
        &[],
        &["Cholesterol", "Cholesterol Profile", "Cholesterol Measurement", "Lipid"],
    ),
    (
        "data-type-conditions",
        &["Condition", "ClinicalImpression", "DetectedIssue"],
        &["Condition", "Problem", "Concern", "Diagnosis", "Diagnoses", "Health Event"],
    ),
    ("data-type-consents", &["Consent", "Permission"], &["Consent", "Authorization Form", "Privacy Consent"]),
    (
        "data-type-contacts",
        &["Person", "Organization"],
        &["Contact", "Person (contact)", "Healthcare Provider", "Provider"],
    ),
    (
        "data-type-devices",
        &["Device", "DeviceUsage", "DeviceUseStatement", "DeviceRequest", "DeviceMetric", "DeviceDefinition"],
        &["Device", "Medical Device", "Personal Device"],
    ),
    (
        "data-type-diabetes",
        &[],
        &["Diabetes Insulin Injection Use", "Diabetes", "HbA1C", "HbA1C Measurement", "Diabetic Log"],
    ),
    (
        "data-type-diagnostic-reports",
        &["DiagnosticReport"],
        &["Diagnostic Report", "Radiology Lab Results", "Radiology Report", "Microbiology Lab Results"],
    ),
    (
        "data-type-diet",
        &["NutritionIntake", "NutritionOrder"],
        &[
            "Dietary Intake",
            "Daily Dietary Intake",
            "Meal Definition",
            "Food & Drink",
            "Food and Drink",
            "Diet",
        ],
    ),
    ("data-type-discharge-summaries", &[], &["Discharge Summary", "Hospital Discharge Summary"]),
    (
        "data-type-documents",
        &["DocumentReference", "DocumentManifest", "Composition", "Bundle"],
        &[
            "Document",
            "Continuity of Care Document",
            "Continuity of Care Document (CCD)",
            "CCD",
            "Continuity of Care Record",
            "Continuity of Care Record (CCR)",
            "CCR",
            "Clinical Document Architecture (CDA)",
            "Clinical Document",
            "CDA",
            "PDF Document",
            "Link",
            "Web Link",
        ],
    ),
    ("data-type-emergency-contacts", &[], &["Emergency Contact", "Emergency or Provider Contact"]),
    (
        "data-type-encounters",
        &["Encounter", "EpisodeOfCare"],
        &["Encounter", "Visit", "Clinic Visit", "Visit Note", "Hospital Visit"],
    ),
    (
        "data-type-exercise",
        &[],
        &[
            "Exercise",
            "Exercise Samples",
            "Aerobic Exercise Session",
            "Aerobic Session",
            "Aerobic Weekly Goal",
            "Aerobic Profile",
            "Resistance Session",
            "Physical Activity",
            "Steps",
        ],
    ),
    ("data-type-family-history", &["FamilyMemberHistory"], &["Family History", "Family History Condition"]),
    (
        "data-type-files",
        &["Binary"],
        &["File", "Attachment", "Application Specific", "Application Data Reference"],
    ),
    (
        "data-type-genetic-results",
        &["MolecularSequence", "GenomicStudy"],
        &["Genetic SNP Results", "SNP", "Genetic Test", "DNA Sequence"],
    ),
    ("data-type-goals", &["Goal"], &["Goal", "Health Goal", "Life Goal", "Weight Goal", "Task Goal"]),
    ("data-type-health-journal", &[], &["Health Journal Entry", "Health Journal", "Diary"]),
    (
        "data-type-heart",
        &[],
        &["Cardiac Profile", "Cardio Profile", "Calcium Scoring", "Electrocardiogram", "ECG", "EKG"],
    ),
    ("data-type-heart-rate", &[], &["Heart Rate", "Heart Rate Measurement", "Pulse"]),
    ("data-type-height", &[], &["Height", "Height Measurement", "Body Height"]),
    ("data-type-images", &["Media", "BodyStructure"], &["Medical Image", "Personal Image", "Image", "Photo"]),
    (
        "data-type-imaging-studies",
        &["ImagingStudy", "ImagingSelection"],
        &["Medical Image Study", "Medical Imaging Study", "DICOM", "X-ray"],
    ),
    (
        "data-type-immunizations",
        &["Immunization", "ImmunizationEvaluation", "ImmunizationRecommendation"],
        &["Immunization", "Immunisation", "Vaccination", "Vaccine"],
    ),
    ("data-type-insulin", &[], &["Insulin Injection", "Insulin Injection Use", "Insulin Usage", "Insulin"]),
    (
        "data-type-insurance",
        &["Coverage", "CoverageEligibilityResponse", "InsurancePlan", "EnrollmentResponse"],
        &["Payer", "Insurance", "Insurance Plan", "Health Insurance"],
    ),
    (
        "data-type-lab-results",
        &[],
        &[
            "Lab Test Results",
            "Lab Results",
            "Lab Test",
            "Laboratory Results",
            "Laboratory",
            "Lab Result Group",
        ],
    ),
    ("data-type-living-wills", &[], &["Advance Directive", "Advance Directives", "Living Will"]),
    (
        "data-type-lung-function",
        &[],
        &["Spirometer Measurement", "Spirometer", "Spirometry", "Lung Function", "Respiratory Profile"],
    ),
    (
        "data-type-medication-dispenses",
        &["MedicationDispense", "SupplyDelivery"],
        &["Medication Fill", "Pharmacy Fill", "Medication Dispense"],
    ),
    (
        "data-type-medication-requests",
        &["MedicationRequest", "MedicationOrder"],
        &["Prescription", "Medication Prescription"],
    ),
    (
        "data-type-medications",
        &["Medication", "MedicationStatement", "MedicationAdministration", "MedicationUsage"],
        &["Medication", "Medicine", "Drug", "Medication List"],
    ),
    ("data-type-menstruation", &[], &["Menstruation", "Menstrual Cycle", "Period", "Ovulation"]),
    (
        "data-type-messages",
        &["Communication", "CommunicationRequest", "MessageHeader"],
        &["Message", "Secure Message"],
    ),
    ("data-type-moods", &[], &["Emotional State", "Emotion", "Mood", "Stress"]),
    ("data-type-notes", &["Annotation"], &["Status Note", "Note", "Comment", "Annotation", "Clinical Note"]),
    ("data-type-observations", &["Observation", "ObservationDefinition"], &["Health Assessment", "Finding"]),
    (
        "data-type-orders",
        &["ServiceRequest", "ProcedureRequest", "ReferralRequest", "RequestOrchestration", "Task"],
        &["Order", "Referral", "Reminder"],
    ),
    ("data-type-peak-flow", &[], &["Peak Flow", "Peak Flow Measurement"]),
    (
        "data-type-personal-details",
        &["Patient"],
        &[
            "Personal Demographic Information",
            "Basic Demographic Information",
            "Personal Contact Information",
            "Basic",
            "Personal",
            "Demographics",
            "Custom Person Details",
        ],
    ),
    (
        "data-type-pregnancies",
        &[],
        &["Pregnancy", "Contraction", "Fetal Monitoring", "Baby Delivery", "Delivery Summary"],
    ),
    ("data-type-procedures", &["Procedure"], &["Procedure", "Surgery", "Operation", "Treatment"]),
    (
        "data-type-questionnaire-answers",
        &["QuestionnaireResponse"],
        &["Question Answer", "Questionnaire Answer"],
    ),
    ("data-type-questionnaires", &["Questionnaire"], &["Questionnaire", "Survey"]),
    ("data-type-relatives", &["RelatedPerson"], &["Relative", "Family Member", "Caregiver"]),
    ("data-type-risk-assessments", &["RiskAssessment"], &["Risk Assessment"]),
    (
        "data-type-sleep",
        &[],
        &[
            "Sleep Session",
            "Sleep Journal AM",
            "Sleep Journal PM",
            "Sleep Related Activity",
            "PAP Session",
            "Sleep",
        ],
    ),
    ("data-type-specimens", &["Specimen", "BiologicallyDerivedProduct"], &["Specimen"]),
    ("data-type-vision-prescriptions", &["VisionPrescription"], &["Vision Prescription", "Eyeglasses"]),
    ("data-type-vital-signs", &[], &["Vital Signs", "Vital Sign", "Body Temperature", "Temperature"]),
    ("data-type-warnings", &["Flag"], &["Alert", "Warning", "Safety Alert"]),
    ("data-type-weight", &[], &["Weight", "Weight Measurement", "Body Weight"]),
];

/// The classic service's ids of the types that clinics name most: a rule may name a type by its id, too.
pub const CLASSIC_IDS: [(&str, &str); 16] = [
    ("Allergy", "52bf9104-2c5e-4f1f-a66d-552ebcc53df7"),
    ("Appointment", "4b18aeb6-5f01-444c-8c70-dbf13a2f510b"),
    ("Blood glucose", "879e7c04-4e8a-4707-9ad3-b054df467ce4"),
    ("Blood pressure", "ca3c57f4-f4c1-4e15-be67-0a3caf5414ed"),
    ("Care plan", "415c95e0-0533-4d9c-ac73-91dc5031186c"),
    ("Condition", "7ea7a1f9-880b-4bd4-b593-f5660f20eda8"),
    ("Continuity of Care Document", "9c48a2b8-952c-4f5a-935d-f3292326bf54"),
    ("Discharge summary", "02ef57a2-a620-425a-8e92-a301542cca54"),
    ("Encounter", "464083cc-13de-4f3e-a189-da8e47d5651b"),
    ("File", "bd0403c5-4ae2-4b0e-a8db-1888678e4528"),
    ("Height", "40750a6a-89b2-455c-bd8d-b420a4cb500b"),
    ("Immunization", "cd3587b5-b6e1-4565-ab3b-1c3ad45eb04f"),
    ("Lab test results", "5800eab5-a8c2-482a-a4d6-f1db25ae08c3"),
    ("Medication", "30cafccc-047d-4288-94ef-643571f7919d"),
    ("Procedure", "df4db479-a1ba-42a2-8714-2b083b88150f"),
    ("Weight", "3d34d87e-7fc1-4153-800f-f56592cb0d17"),
];

static BY_NAME: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let names = |(key, fhir, classic): &(&'static str, &'static [&str], &'static [&str])| {
        let key = *key;
        fhir.iter().chain(classic.iter()).map(move |name| (plain(name), key)).collect::<Vec<_>>()
    };
    KINDS.iter().flat_map(names).collect()
});

/// The key of the words for what an app calls so. `None`: it is shown as the app wrote it.
pub fn words_for(name: &str) -> Option<&'static str> {
    let id = CLASSIC_IDS.iter().find(|(_, id)| id.eq_ignore_ascii_case(name.trim()));
    BY_NAME.get(&plain(id.map_or(name, |(known, _)| known))).copied()
}

/// A name without case, spaces and signs, one of many: `Lab test results`, `LabTestResult`.
fn plain(name: &str) -> String {
    let letters: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    for (many, one) in [("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch")] {
        if let Some(stem) = letters.strip_suffix(many) {
            return format!("{stem}{one}");
        }
    }
    match letters.strip_suffix('s') {
        Some(stem) if !stem.ends_with(['s', 'u', 'i']) => stem.to_owned(),
        _ => letters,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_known_in_any_case_with_or_without_spaces_one_or_many() {
        for (name, key) in [
            ("Encounter", "data-type-encounters"),
            ("encounters", "data-type-encounters"),
            ("CarePlan", "data-type-care-plans"),
            ("Care plan", "data-type-care-plans"),
            ("CARE PLANS", "data-type-care-plans"),
            ("allergy", "data-type-allergies"),
            ("Allergies", "data-type-allergies"),
            ("Allergic Episode", "data-type-allergies"),
            ("Lab test results", "data-type-lab-results"),
            ("LabTestResult", "data-type-lab-results"),
            ("diagnoses", "data-type-conditions"),
            ("family_history", "data-type-family-history"),
            ("Vital-Signs", "data-type-vital-signs"),
            ("Blood Glucose Measurement", "data-type-blood-glucose"),
            ("Personal Demographic Information", "data-type-personal-details"),
            ("Insulin Injection", "data-type-insulin"),
            ("Spirometer Measurement", "data-type-lung-function"),
        ] {
            assert_eq!(words_for(name), Some(key), "{name}");
        }
        for (name, id) in CLASSIC_IDS {
            assert!(words_for(name).is_some(), "{name}");
            assert_eq!(words_for(id), words_for(name), "{name} by its id");
        }
        for unknown in ["", "Fabrikam wellness score", "s", "زيارات"] {
            assert_eq!(words_for(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn the_names_that_apps_use_most_are_known_and_none_stands_for_two_kinds() {
        let fhir: BTreeSet<&str> = KINDS.iter().flat_map(|(_, fhir, _)| fhir.iter().copied()).collect();
        let classic: BTreeSet<String> =
            KINDS.iter().flat_map(|(_, _, classic)| classic.iter().map(|name| plain(name))).collect();
        assert!(fhir.len() >= 45, "{} names of FHIR", fhir.len());
        assert!(classic.len() >= 70, "{} classic names", classic.len());
        for (key, fhir, classic) in KINDS {
            for name in fhir.iter().chain(*classic) {
                assert_eq!(words_for(name), Some(*key), "{name}");
            }
        }
    }
}
